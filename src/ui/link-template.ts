/**
 * The address that a template gives for a procedure: `{code}` is filled in. Anything but a web address or one
 * of this site (a `javascript:` link in an attribute, say) gives undefined.
 */
export function linkTo(template: string | undefined, code: string): string | undefined {
  if (!template) return undefined;
  const address = template.replaceAll('{code}', encodeURIComponent(code));
  try {
    const { protocol } = new URL(address, document.baseURI);
    return protocol === 'https:' || protocol === 'http:' ? address : undefined;
  } catch {
    return undefined;
  }
}
