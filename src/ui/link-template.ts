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

/** Whether an address leads to another site than the page's own. */
export const leavesSite = (address: string): boolean =>
  new URL(address, document.baseURI).host !== location.host;

/** The address, where it leads to a web page; whatever the data say, nothing else becomes a link. */
export const webAddress = (address: string | undefined): string | undefined =>
  address && /^https?:\/\//iu.test(address) ? address : undefined;

/** The address that dials the first number of a text such as `0235 111 222 (nhánh 2)`; undefined where there is none. */
export function dialLink(phone: string): string | undefined {
  const number = /\+?\d[\d\s.-]*/u.exec(phone)?.[0].replace(/[^\d+]/gu, '');
  return number ? `tel:${number}` : undefined;
}
