/** Signs that begin an item of a list in a cell. */
export const BULLET = /^(?:[-–—+•●▪*·]\s*|\(?(?:\d{1,2}|[a-zđ]|[ivx]{1,4})[.)]\s+)/iu;

/** Signs that say nothing where there is one item only; `1.` may be part of a name. */
const DASHES = /^[-–—+•●▪*·]\s+/u;

/** Begins a line of advice among papers. */
export const ADVICE = /^\*?\s*(?:lưu ý|chú ý|ghi chú)\s*:/iu;

/**
 * The items of a list in one cell: one a line. Where lines begin with a sign (`-`, `+`, `a)`), a line without one goes on
 * with the item before it.
 */
export function itemsOf(text: string): readonly string[] {
  const lines = text.split('\n').filter(Boolean);
  const hasBullets = lines.some((line) => BULLET.test(line));
  const items: string[] = [];
  for (const line of lines) {
    const bare = line.replace(lines.length > 1 ? BULLET : DASHES, '').trim();
    if (!bare) continue;
    const before = items.at(-1);
    const isNew = BULLET.test(line) || ADVICE.test(line) || before?.endsWith(':');
    const goesOn = hasBullets && before !== undefined && !isNew;
    if (goesOn) items[items.length - 1] = `${before} ${bare}`;
    else items.push(bare);
  }
  return items;
}

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
