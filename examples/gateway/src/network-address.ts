import { isIPv4, isIPv6 } from 'node:net';

/** What Node's server tells of where a request came from. */
export interface Connection {
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } };
}

/**
 * Address that a request came from: of the connection itself, because what a header says anybody can write; or, behind
 * proxies of the operator's own, what the outermost of them saw.
 * @param proxies how many of them there are
 */
export function addressOf({ incoming }: Connection, forwarded: string | undefined, proxies: number): string {
  const seen = proxies > 0 ? forwarded?.split(',').at(-proxies)?.trim() : undefined;
  return seen ?? incoming?.socket.remoteAddress ?? '';
}

/** Who shares a budget: one IPv4 address, or one /64 of IPv6, of which a household has more addresses than it can use. */
export function budgetOf(address: string): string {
  const plain = plainAddress(address);
  return isIPv6(plain) ? groupsOf(plain).slice(0, 4).join(':') : plain;
}

/** A network of some hundred people, for the audit: enough to see where trouble came from, not who it was. */
export function networkOf(address: string): string {
  const plain = plainAddress(address);
  if (isIPv6(plain)) return `net ${groupsOf(plain).slice(0, 3).join(':')}::/48`;
  return isIPv4(plain) ? `net ${plain.split('.').slice(0, 3).join('.')}.0/24` : 'net unknown';
}

/** IPv4 as it is, also where a socket for both tells it as IPv6. */
const plainAddress = (address: string): string =>
  address.replace(/^::ffff:(?=\d+\.)/iu, '').replace(/%.*$/u, '');

/** The eight groups of an IPv6 address, however it was shortened. */
function groupsOf(address: string): string[] {
  const [, short = ''] = /^\[(.*)\]$/u.exec(new URL(`http://[${address}]/`).hostname) ?? [];
  const [head = '', tail] = short.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  return [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
}
