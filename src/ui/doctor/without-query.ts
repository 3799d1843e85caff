/** An address as the page means it; undefined where it is none. Written so that it works in browsers to be told of. */
export function resolved(address: string): URL | undefined {
  try {
    return new URL(address, document.baseURI);
  } catch {
    return undefined;
  }
}

/** A whole address without what may tell of a person: its query, its fragment, a name and a password. */
export function withoutQuery(address: string): string {
  const url = /^[a-z][a-z\d+.-]*:/iu.test(address) ? resolved(address) : undefined;
  if (!url) return address;
  const { origin, protocol, pathname } = url;
  // `data:` and `blob:` hold the thing itself.
  return origin === 'null' ? protocol : `${origin}${pathname}`;
}
