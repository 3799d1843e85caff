/** What tags of this copy begin with. A portal that several vendors built gives each its own. */
let prefix = 'dvc';
/** Tags that another major version had taken, and what ours are called instead. */
const otherNames = new Map<string, string>();

/**
 * Sets what tags begin with, before the first element is registered.
 * @throws {RangeError} when it is no beginning of a tag: small letters, digits and single hyphens
 */
export function usePrefix(own: string): void {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u.test(own)) throw new RangeError(`no beginning of a tag: ${own}`);
  prefix = own;
}

/** The tag that an element has on this page. */
export function tagOf(tag: `dvc-${string}`): string {
  const own = tag.replace(/^dvc/u, prefix);
  return otherNames.get(own) ?? own;
}

export function rename(tag: string, other: string): void {
  otherNames.set(tag, other);
}
