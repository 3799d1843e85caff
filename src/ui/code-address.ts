/** Longest code that is read from an address, which anyone can write. */
const LONGEST = 100;

/** The procedure's code in the address of the page. */
export function codeInAddress(param: string): string | undefined {
  const code = new URLSearchParams(location.search).get(param)?.trim().slice(0, LONGEST);
  return code === '' ? undefined : code;
}

/** The address of this page with another code in it; everything else stays as it is. */
export function addressWithCode(param: string, code: string): string {
  const address = new URL(location.href);
  address.searchParams.set(param, code);
  return address.href;
}

/** An address that a phone can open from paper; a page on a disk has none. */
export function shareable(address: string | undefined): string | undefined {
  if (!address) return undefined;
  const { href } = new URL(address, document.baseURI);
  return /^https?:/u.test(href) ? href : undefined;
}

/** Whether a click asks for the address in another tab or window, which is the browser's to do. */
export function asksForNewTab(event: MouseEvent): boolean {
  return event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
}
