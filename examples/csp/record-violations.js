/* Keeps every report of the policy, for a person in the console and for the test. */
window.violations = [];
document.addEventListener(
  'securitypolicyviolation',
  ({ effectiveDirective, sourceFile, lineNumber, sample }) => {
    window.violations.push({ effectiveDirective, sourceFile, lineNumber, sample });
  },
);
