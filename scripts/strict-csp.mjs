/** What a careful host sends: nothing but our script and our data, and no string may become code. */
export const STRICT_CSP = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types dvc-widgets 'allow-duplicates'",
].join('; ');

/** While tests run: pages below `examples/csp/` under that policy, and what they load where they expect it. */
export function strictCsp(context, next) {
  if (context.path.startsWith('/examples/csp/')) context.set('Content-Security-Policy', STRICT_CSP);
  // As `npm start` serves them: the sample site below the root, the built scripts below /dvc/.
  if (context.path.startsWith('/data/')) context.path = `/examples/commune${context.path}`;
  if (context.path.startsWith('/dvc/')) context.path = context.path.replace('/dvc/', '/dist/cdn/');
  return next();
}
