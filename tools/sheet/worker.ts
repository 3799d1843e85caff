import { dayInVietnam } from '../../src/shared/clock.js';
import { buildCatalog, type BuiltCatalog } from '../../src/sheet/build-catalog.js';
import { COLUMN_IDS, headerOf } from '../../src/sheet/columns.js';
import { LEFT_OUT, type ColumnChoices } from '../../src/sheet/find-header.js';
import { filesOf, indexedFilesOf } from '../../src/sheet/sheet-files.js';
import { csvText } from '../../src/sheet/write-rows.js';
import { sheetWords, type SheetWords } from '../../src/ui/sheet-words.js';
import type { ReadAnswer, ReadRequest } from './messages.js';

/* Reads spreadsheets off the page's own thread. Nothing here asks the network for anything. */

interface Scope {
  onmessage: ((event: MessageEvent<ReadRequest>) => void) | null;
  postMessage(answer: ReadAnswer): void;
}
const scope = self as unknown as Scope;

scope.onmessage = ({ data }) => {
  void answer(data).then((shown) => scope.postMessage(shown));
};

async function answer({
  id,
  bytes,
  language,
  head,
  previous,
  columns,
  index,
}: ReadRequest): Promise<ReadAnswer> {
  const words = await sheetWords(language);
  const old = parse(previous);
  const built = await buildCatalog(bytes, { head, previous: old, today: dayInVietnam(new Date()), columns });
  const problems = built.problems.map(words.tell);
  const names = { kind: '', where: '', what: '', fix: '' };
  return {
    id,
    summary: words.summary(built),
    problems,
    problemsCsv: csvText([
      words.heads(),
      ...problems.map((problem) =>
        (Object.keys(names) as (keyof typeof names)[]).map((name) => problem[name]),
      ),
    ]),
    files: index ? indexedFilesOf(built) : filesOf(built),
    unknown: unknownIn(built, columns),
    choices: COLUMN_IDS.filter((column) => column !== 'ordinal').map(
      (column) => [column, headerOf(column)] as const,
    ),
    head: built.head,
    changes: previous === undefined ? undefined : changesIn(built, words),
  };
}

/** What was chosen as the last catalogue may be anything. */
function parse(text: string | undefined): unknown {
  try {
    return text === undefined ? undefined : JSON.parse(text.replace(/^\ufeff/u, ''));
  } catch {
    return {};
  }
}

/** A choice is for a name: where several tables have the column, it is asked for once. */
function unknownIn({ columns }: BuiltCatalog, choices: ColumnChoices): ReadAnswer['unknown'] {
  const own = columns
    .filter(({ column, header }) => column === undefined || Object.hasOwn(choices, header))
    .map(({ header, column, isLeftOut }) => ({ header, choice: isLeftOut ? LEFT_OUT : (column ?? '') }));
  return [...new Map(own.map((one) => [one.header, one])).values()];
}

function changesIn({ changes }: BuiltCatalog, words: SheetWords): ReadAnswer['changes'] {
  if (!changes) return { summary: words.say('changes.unread'), list: [] };
  const procedure = ({ code, name }: { code: string; name: string }) => `${code} – ${name}`;
  return {
    summary: words.changes(changes),
    list: [
      ...changes.added.map((one) => ({
        kind: words.say('change.added'),
        procedure: procedure(one),
        fields: [],
      })),
      ...changes.removed.map((one) => ({
        kind: words.say('change.removed'),
        procedure: procedure(one),
        fields: [],
      })),
      ...changes.changed.map((one) => ({
        kind: words.say('change.changed'),
        procedure: procedure(one),
        fields: one.fields.map(words.change),
      })),
    ],
  };
}
