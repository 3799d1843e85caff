/** Deeper data than any record needs; a bomb of brackets stops here. */
const DEEPEST = 24;

/**
 * The same data with every string in NFC and trimmed, `null` left out, and only own members: `__proto__` in a
 * file is a name like any other and is dropped. Names from macOS and Word arrive in NFD and would not be found.
 * @param dropsBlanks leaves out texts that hold nothing as well, in members and lists: spreadsheets write `""` for absent
 */
export function cleanData(value: unknown, dropsBlanks = false, depth = 0): unknown {
  if (typeof value === 'string') return value.normalize('NFC').trim() || (dropsBlanks ? undefined : '');
  if (typeof value !== 'object' || value === null) return value;
  if (depth > DEEPEST) return undefined;
  const inside = (member: unknown) => cleanData(member, dropsBlanks, depth + 1);
  if (Array.isArray(value)) return value.map(inside).filter((item) => item !== undefined && item !== null);
  const clean: Record<string, unknown> = {};
  for (const [name, member] of Object.entries(value)) {
    if (name === '__proto__' || member === null) continue;
    clean[name] = inside(member);
  }
  return clean;
}
