/** Signs that begin an item of a list in a cell. */
export const BULLET = /^(?:[-–—+•●▪*·]\s*|\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)]\s+)/iu;

/** Signs that say nothing where there is one item only; `1.` may be part of a name. */
const DASHES = /^[-–—+•●▪*·]\s+/u;

/** Begins a line of advice among papers. */
export const ADVICE = /^\*?\s*(?:lưu ý|chú ý|ghi chú)\s*:/iu;

/** A line that says what the lines below it are, with or without a sign. */
const TITLE = /^\p{Lu}.*:$/u;

/** What kind of sign is before a line: itself, `1` for every number, `a` for every letter; empty for none. */
export function signOf(line: string): string {
  const [first = ''] = BULLET.exec(line)?.[0].replace('(', '') ?? '';
  if (/\d/u.test(first)) return '1';
  return /[–—]/u.test(first) ? '-' : first.replace(/\p{L}/u, 'a');
}

/** An item of a list, and the line with which it begins, with its sign. */
export interface ListItem {
  readonly text: string;
  readonly line: string;
}

/**
 * The items of a list in one cell: one a line. Where lines begin with a sign (`-`, `+`, `a)`), a line without one goes on
 * with the item before it.
 */
export function listOf(text: string): readonly ListItem[] {
  const lines = text.split('\n').filter(Boolean);
  const hasBullets = lines.some((line) => BULLET.test(line));
  const items: ListItem[] = [];
  for (const line of lines) {
    const bare = line.replace(lines.length > 1 ? BULLET : DASHES, '').trim();
    if (!bare) continue;
    const before = items.at(-1);
    const isNew =
      BULLET.test(line) || ADVICE.test(line) || TITLE.test(line) || before?.text.endsWith(':') === true;
    if (hasBullets && before && !isNew)
      items[items.length - 1] = { ...before, text: `${before.text} ${bare}` };
    else items.push({ text: bare, line });
  }
  return items;
}

/** The same in words alone. */
export const itemsOf = (text: string): readonly string[] => listOf(text).map((item) => item.text);

/** Short things in one cell: one a line, or parted by `;`, or by commas. */
export const shortItemsOf = (text: string): readonly string[] =>
  text
    .split(/[\n;]/u)
    // Not a comma in brackets, nor one of a number.
    .flatMap((line) => line.split(/,(?!\d)(?![^()]*\))/u))
    .map((item) => item.replace(BULLET, '').trim())
    .filter(Boolean);

/** Parts of an item, `68/2020/QH14 | Luật Cư trú | https://…`. */
export const partsOf = (item: string): readonly string[] => item.split('|').map((part) => part.trim());
