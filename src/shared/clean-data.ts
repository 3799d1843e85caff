/** Deeper data than any record needs; a bomb of brackets stops here. */
const DEEPEST = 24;

/**
 * The same data with every string in NFC and trimmed, `null` members left out, and only own members: `__proto__` in a
 * file is a name like any other and is dropped. Names from macOS and Word arrive in NFD and would not be found.
 */
export function cleanData(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return value.normalize('NFC').trim();
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value)) return value.map((item) => cleanData(item, depth + 1));
  const clean: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (name === '__proto__' || member === null) continue;
    clean[name] = cleanData(member, depth + 1);
  }
  return clean;
}
