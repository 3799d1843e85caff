import { hostIn, type ElementRules, type EmbedState } from './embed-state.js';
import { WORDPRESS_BASE } from './write-snippet.js';

/** A line of a Content Security Policy: a directive and what it allows. */
export interface PolicyLine {
  readonly directive: 'script-src' | 'style-src' | 'connect-src' | 'trusted-types' | 'frame-ancestors';
  readonly sources: readonly string[];
}

/** Who serves an address, as a policy names it: `'self'` for the page's own server. */
function sourceOf(address: string): string {
  const host = hostIn(address);
  if (host === undefined) return "'self'";
  const [scheme = ''] = /^https?:\/\//iu.exec(address) ?? [];
  return `${scheme.toLowerCase()}${host}`;
}

const sources = (addresses: readonly string[]): readonly string[] => [...new Set(addresses.map(sourceOf))];

/** Addresses to which people go, by a link, are named so; nothing is asked there. */
const isFollowed = (name: string): boolean => name.endsWith('-url');

/**
 * The least that a page's policy must allow for this embedding: no line needs `unsafe-inline` or `unsafe-eval`. That of
 * Trusted Types is needed only where the page demands them.
 * @param state settled
 */
export function policyOf(
  { platform, base, shared, options, accent, framedBy }: EmbedState,
  rules: ElementRules,
): readonly PolicyLine[] {
  const scripts = platform === 'wordpress' ? WORDPRESS_BASE : base;
  const asked = Object.entries({ ...options })
    .flatMap(([part, own]) => Object.entries(own).map(([name, value]) => ({ part, name, value })))
    .concat(Object.entries(shared).map(([name, value]) => ({ part: partWith(rules, name), name, value })))
    .filter(({ part, name }) => rules[part]?.attributes[name]?.type.startsWith('address'))
    .filter(({ name }) => !isFollowed(name))
    .flatMap(({ value }) => value.split(' '));
  return [
    { directive: 'script-src', sources: sources([scripts]) },
    // The page's own rule for the accent lies on the page's server.
    { directive: 'style-src', sources: sources([scripts, ...(accent === '' ? [] : ['/'])]) },
    { directive: 'connect-src', sources: sources(['/', ...asked]) },
    { directive: 'trusted-types', sources: ['dvc-widgets', "'allow-duplicates'"] },
    // Whoever else puts the page into a frame could lay something over it.
    ...(framedBy === ''
      ? []
      : [{ directive: 'frame-ancestors', sources: ["'self'", framedBy] } satisfies PolicyLine]),
  ];
}

const partWith = (rules: ElementRules, name: string): string =>
  Object.keys(rules).find((part) => Object.hasOwn(rules[part]?.attributes ?? {}, name)) ?? '';

export const policyText = (lines: readonly PolicyLine[]): string =>
  lines.map(({ directive, sources: allowed }) => `${directive} ${allowed.join(' ')}`).join(';\n');
