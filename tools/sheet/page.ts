import { parseCatalog } from '../../src/catalog/parse-catalog.js';
import { matchLanguage } from '../../src/i18n/language.js';
import { parseLevelList } from '../../src/levels/parse-level-list.js';
import { WEIGHTS } from '../../src/sheet/sheet-problems.js';
import { readDate } from '../../src/forms/typed-values.js';
import { dayInVietnam } from '../../src/shared/clock.js';
import { saveFile } from '../../src/ui/save-file.js';
import type { ReadAnswer, ReadRequest } from './messages.js';
import { element, fill, partOf, row, whenChosen } from '../parts.js';
import { startWorker } from './start-worker.js';

/*
 * The page on which a webmaster makes a catalogue out of a spreadsheet. All words that do not depend on the file stand in
 * the page itself; the file never leaves the computer.
 */

/** Rows of one table; whoever has more takes the list as a file. */
const MOST_ROWS = 200;

const input = (id: string) => partOf(id, HTMLInputElement);
const section = (id: string) => partOf(id, HTMLElement);
const language = matchLanguage(document.documentElement.lang) ?? 'vi';

let worker: Worker | undefined;
let asked = 0;
let bytes: Uint8Array<ArrayBuffer> | undefined;
let previous: string | undefined;
let columns: Record<string, string> = {};
let answer: ReadAnswer | undefined;
/** What the page itself wrote into its boxes: it belongs to the file that was read, and must not go on to the next. */
const filled = new Map<string, string>();

/** What a person typed into a box. */
function typed(id: string): string {
  const text = input(id).value.trim();
  return text === filled.get(id) ? '' : text;
}

/** One thing is said at a time, in the page's own words or in those of the answer. */
function say(which: 'reading' | 'failed' | 'answer', text = ''): void {
  for (const id of ['reading', 'failed']) section(id).hidden = id !== which;
  section('summary').textContent = text;
}

function ask(): void {
  if (!bytes) return;
  asked += 1;
  say('reading');
  const publishedOn = readDate(typed('published-on'), 'day', dayInVietnam(new Date()));
  const request: ReadRequest = {
    id: asked,
    bytes,
    language,
    head: {
      publisher: typed('publisher'),
      place: typed('place'),
      // What is no day is told by the answer; nothing is what the file says, or today.
      publishedOn: publishedOn.ok ? publishedOn.value : typed('published-on'),
    },
    previous,
    columns,
    index: input('index').checked,
  };
  try {
    worker ??= startWorker(show, () => {
      worker = undefined;
      say('failed');
    });
    worker.postMessage(request);
  } catch {
    say('failed');
  }
}

function show(next: ReadAnswer): void {
  if (next.id !== asked) return;
  answer = next;
  say('answer', next.summary);
  section('results').hidden = false;
  for (const weight of WEIGHTS) showProblems(weight, next);
  section('no-problems').hidden = next.problems.length > 0;
  showColumns(next);
  showChanges(next);
  showFiles(next);
  for (const [id, value] of [
    ['publisher', next.head.publisher],
    ['place', next.head.place],
    ['published-on', next.head.publishedOn?.split('-').reverse().join('/')],
  ] as const)
    if (typed(id) === '') {
      input(id).value = value ?? '';
      filled.set(id, input(id).value.trim());
    }
}

function showProblems(weight: (typeof WEIGHTS)[number], { problems }: ReadAnswer): void {
  const own = problems.filter((problem) => problem.weight === weight);
  section(`${weight}-part`).hidden = own.length === 0;
  section(`${weight}-count`).textContent = String(own.length);
  section(`${weight}-more`).hidden = own.length <= MOST_ROWS;
  const heads = [...document.querySelectorAll(`#${weight}-part th`)].map((head) => head.textContent);
  fill(
    section(`${weight}-rows`),
    own.slice(0, MOST_ROWS).map(({ where, what, fix }) => row(heads, [where, what, fix])),
  );
}

/** One choice for each column that nobody knows. */
function showColumns({ unknown, choices }: ReadAnswer): void {
  section('columns-part').hidden = unknown.length === 0;
  const nothing = section('column-nothing').textContent;
  const leftOut = section('column-left-out').textContent;
  const options = (chosen: string) =>
    [['', nothing] as const, ['-', leftOut] as const, ...choices].map(([value, name]) => {
      const option = element('option', name);
      option.value = value;
      option.selected = value === chosen;
      return option;
    });
  fill(
    section('columns'),
    unknown.map(({ header, choice }, at) => {
      const select = element('select');
      select.append(...options(choice));
      select.addEventListener('change', () => {
        const others = Object.entries(columns).filter(([name]) => name !== header);
        columns = Object.fromEntries(select.value === '' ? others : [...others, [header, select.value]]);
        ask();
      });
      select.id = `column-${String(at)}`;
      const label = element('label', header);
      label.htmlFor = select.id;
      const both = element('div');
      both.append(label, select);
      return both;
    }),
  );
}

function showChanges({ changes }: ReadAnswer): void {
  section('changes-part').hidden = !changes;
  section('changes-summary').textContent = changes?.summary ?? '';
  fill(
    section('changes'),
    (changes?.list ?? []).slice(0, MOST_ROWS).map(({ kind, procedure, fields }) => {
      const item = element('li');
      item.append(element('strong', kind), ` ${procedure}`);
      if (fields.length > 0) {
        const list = element('ul');
        list.append(...fields.map((field) => element('li', field)));
        item.append(list);
      }
      return item;
    }),
  );
  section('changes-more').hidden = (changes?.list.length ?? 0) <= MOST_ROWS;
}

function showFiles({ files }: ReadAnswer): void {
  const names = Object.keys(files);
  section('files-part').hidden = names.length === 0;
  section('preview-part').hidden = names.length === 0;
  const words = section('save-word').textContent;
  fill(
    section('files'),
    names.map((name) => {
      const button = element('button', `${words} ${name}`);
      button.type = 'button';
      button.addEventListener('click', () => saveFile(name, [files[name] ?? ''], 'application/json'));
      return button;
    }),
  );
  const text = files['catalog.json'];
  if (text === undefined) return;
  const lists = names
    .filter((name) => name.startsWith('levels'))
    .map((name) => parseLevelList(JSON.parse(files[name] ?? '')));
  // The very element that citizens will meet, with what it would have read.
  const lookup = document.querySelector('dvc-procedure-lookup') as unknown as {
    catalog: unknown;
    levels: unknown;
  };
  lookup.levels = lists.flatMap(({ list }) => list ?? []);
  // Its search index lies on no server yet.
  lookup.catalog = { ...parseCatalog(JSON.parse(text)).catalog, searchIndex: undefined };
}

async function take(file: File | undefined): Promise<void> {
  if (!file) return;
  bytes = new Uint8Array(await file.arrayBuffer());
  columns = {};
  // A field that was chosen with shows the name itself.
  section('file-name').textContent = input('file').files?.[0] === file ? '' : file.name;
  ask();
}

whenChosen(input('file'), (file) => void take(file));
whenChosen(input('previous'), (file) => {
  void file.text().then((text) => {
    previous = text;
    ask();
  });
});
for (const id of ['publisher', 'place', 'published-on', 'index']) input(id).addEventListener('change', ask);
section('save-problems').addEventListener('click', () => {
  if (answer) saveFile('loi.csv', [answer.problemsCsv], 'text/csv');
});

const area = section('drop');
area.addEventListener('dragover', (event) => {
  event.preventDefault();
  area.classList.add('over');
});
area.addEventListener('dragleave', () => area.classList.remove('over'));
area.addEventListener('drop', (event) => {
  event.preventDefault();
  area.classList.remove('over');
  input('file').value = '';
  void take(event.dataTransfer?.files[0]);
});
// A file that falls beside the area would replace the page.
for (const type of ['dragover', 'drop'] as const) addEventListener(type, (event) => event.preventDefault());
section('tool').hidden = false;
