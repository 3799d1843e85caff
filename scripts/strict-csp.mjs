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

/** Pages below `examples/csp/` are served under that policy while tests run. */
export function strictCsp(context, next) {
  if (context.path.startsWith('/examples/csp/')) context.set('Content-Security-Policy', STRICT_CSP);
  return next();
}
