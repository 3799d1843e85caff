/** A part of the page, of the kind that the script counts on. */
export function partOf<Part extends HTMLElement>(id: string, kind: abstract new () => Part): Part {
  const part = document.getElementById(id);
  if (!(part instanceof kind)) throw new Error(`the page has no #${id}`);
  return part;
}

export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text = '',
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}

/** Hears of each file that a person chooses; the same one again, once it is mended, is a choice as well. */
export function whenChosen(field: HTMLInputElement, act: (file: File) => void): void {
  let last: File | undefined;
  // Browsers tell no change where what is chosen is what was chosen.
  field.addEventListener('click', () => {
    last = field.files?.[0];
    field.value = '';
  });
  field.addEventListener('cancel', () => {
    if (!last) return;
    const kept = new DataTransfer();
    kept.items.add(last);
    field.files = kept.files;
  });
  field.addEventListener('change', () => {
    const file = field.files?.[0];
    if (file) act(file);
  });
}

export const fill = (part: Element, children: readonly Node[]): void => part.replaceChildren(...children);

/** A row of a table that a phone shows as a block, in which each cell says what it is. */
export function row(heads: readonly string[], cells: readonly string[]): HTMLElement {
  const made = element('tr');
  // A table that is laid out as blocks is one no more for those who listen, unless it says so.
  made.setAttribute('role', 'row');
  cells.forEach((text, at) => {
    const cell = element('td', text);
    cell.setAttribute('role', 'cell');
    cell.dataset.head = heads[at] ?? '';
    made.append(cell);
  });
  return made;
}
