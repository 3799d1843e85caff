import 'dvc-widgets/define/portal.js';
import 'dvc-widgets/define/procedure-detail.js';
import 'dvc-widgets/define/procedure-lookup.js';

/** An element of the page that is known to be there. */
function the<Name extends keyof HTMLElementTagNameMap>(name: Name, id = ''): HTMLElementTagNameMap[Name] {
  const found = document.querySelector<HTMLElementTagNameMap[Name]>(id ? `${name}#${id}` : name);
  if (!found) throw new Error(`no <${name}> ${id}`);
  return found;
}

const list = the('div', 'list');
const lookup = the('dvc-procedure-lookup');
const sheet = the('section', 'sheet');
const back = the('button', 'back');
const detail = document.createElement('dvc-procedure-detail');

/** Shows the sheet of a procedure, or the list. */
function show(code: string | undefined): void {
  list.hidden = code !== undefined;
  sheet.hidden = code === undefined;
  the('strong', 'code').textContent = code ?? '';
  if (code === undefined) {
    detail.remove();
    lookup.focus();
    return;
  }
  detail.code = code;
  if (!detail.isConnected) {
    sheet.append(detail);
    back.focus();
  }
}

the('select', 'language').addEventListener('change', (event) => {
  lookup.lang = detail.lang = (event.currentTarget as HTMLSelectElement).value;
});

for (const button of list.querySelectorAll<HTMLButtonElement>('[data-topic]'))
  button.addEventListener('click', () => {
    lookup.query = button.dataset['topic'] ?? '';
  });

// The search opens a sheet in its own place, unless the page says that it shows it itself.
lookup.addEventListener('dvc-procedure-open', (event) => {
  event.preventDefault();
  show(event.code);
});
// From one sheet to a related one.
detail.addEventListener('dvc-procedure-open', (event) => show(event.code));
back.addEventListener('click', () => show(undefined));
