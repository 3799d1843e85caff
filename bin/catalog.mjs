import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import {
  buildCatalog,
  catalogRows,
  columnIdOf,
  csvText,
  filesOf,
  headerOf,
  indexedFilesOf,
  COLUMN_IDS,
} from '../dist/sheet.js';
import { commandWords, matchLanguage } from '../dist/sheet-words.js';

/* `catalog build`: a spreadsheet to the files of a site. `catalog export`: the other way round. */

/** Lines of one kind that are told without `--all`. */
const MOST = 30;

const OPTIONS = {
  out: { type: 'string' },
  previous: { type: 'string' },
  publisher: { type: 'string' },
  place: { type: 'string' },
  'published-on': { type: 'string' },
  column: { type: 'string', multiple: true, default: [] },
  levels: { type: 'string', multiple: true, default: [] },
  index: { type: 'boolean' },
  check: { type: 'boolean' },
  all: { type: 'boolean' },
  lang: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
};

/** What ends the command at once; the message is for whoever typed it. */
class Refusal extends Error {}

/** Vietnam is seven hours ahead all year. */
const today = () => new Date(Date.now() + 7 * 3_600_000).toISOString().slice(0, 10);

/** `01/07/2026` as `2026-07-01`; what is no day is told by the library. */
const dayOf = (text) => {
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(text) ?? [];
  return year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
};

function readBytes(file, say) {
  try {
    return new Uint8Array(readFileSync(file));
  } catch {
    throw new Refusal(say('command.no-file', { file }));
  }
}

function readJson(file, say) {
  const text = new TextDecoder().decode(readBytes(file, say));
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal(say('command.no-json', { file }));
  }
}

function columnsOf(pairs, say) {
  const columns = pairs.map((pair) => {
    const at = pair.lastIndexOf('=');
    const [name, column] = [pair.slice(0, at), pair.slice(at + 1)];
    if (at < 1 || (column !== '-' && !columnIdOf(column)))
      throw new Refusal(
        say('command.no-column', { found: pair, names: COLUMN_IDS.map((id) => headerOf(id)).join(', ') }),
      );
    return [name, column];
  });
  return Object.fromEntries(columns);
}

/** Tells the problems, the heaviest first; what is only to be known where it is asked for. */
function report({ problems }, { say, tell }, showsAll) {
  for (const weight of ['error', 'warning', ...(showsAll ? ['note'] : [])]) {
    const own = problems.filter((problem) => problem.weight === weight);
    for (const problem of showsAll ? own : own.slice(0, MOST)) {
      const { kind, ...told } = tell(problem);
      console.log(`[${kind}] ${say('line', told)}`);
    }
    if (!showsAll && own.length > MOST) console.log(say('command.more', { count: own.length - MOST }));
  }
}

function reportChanges(changes, { say, change, changes: told }, showsAll) {
  console.log(`\n${told(changes)}`);
  const lines = [
    ...changes.added.map(({ code, name }) => `  + ${say('change.added')} ${code} – ${name}`),
    ...changes.removed.map(({ code, name }) => `  - ${say('change.removed')} ${code} – ${name}`),
    ...changes.changed.flatMap(({ code, name, fields }) => [
      `  ~ ${say('change.changed')} ${code} – ${name}`,
      ...fields.map((field) => `      ${change(field)}`),
    ]),
  ];
  console.log((showsAll ? lines : lines.slice(0, MOST)).join('\n'));
  if (!showsAll && lines.length > MOST) console.log(say('command.more', { count: lines.length - MOST }));
}

async function build(file, values, words) {
  const { say } = words;
  const bytes = readBytes(file, say);
  const previous = values.previous === undefined ? undefined : readJson(values.previous, say);
  const head = Object.fromEntries(
    Object.entries({
      publisher: values.publisher,
      place: values.place,
      publishedOn: values['published-on'] && dayOf(values['published-on']),
    }).filter(([, value]) => value !== undefined),
  );
  const columns = columnsOf(values.column, say);
  const built = await buildCatalog(bytes, { head, previous, today: today(), columns });
  report(built, words, values.all);
  console.log(`\n${words.summary(built)}`);
  const notes = built.problems.filter(({ weight }) => weight === 'note').length;
  if (notes > 0 && !values.all) console.log(say('command.notes', { count: notes }));
  if (built.changes) reportChanges(built.changes, words, values.all);
  else if (previous !== undefined && built.catalog) console.log(say('changes.unread'));
  if (!built.catalog) return 2;
  console.log(say('command.head', built.catalog));
  const folder = values.out ?? '.';
  if (!values.check) {
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(values.index ? indexedFilesOf(built) : filesOf(built))) {
      writeFileSync(join(folder, name), text);
      console.log(say('command.wrote', { file: join(folder, name) }));
    }
  }
  return built.problems.some(({ weight }) => weight === 'error') ? 1 : 0;
}

function write(file, values, { say }) {
  const catalog = readJson(file, say);
  if (!Array.isArray(catalog?.procedures)) throw new Refusal(say('changes.unread'));
  const text = csvText(
    catalogRows(
      catalog,
      values.levels.map((list) => readJson(list, say)),
    ),
  );
  if (values.out === undefined) process.stdout.write(text);
  else {
    writeFileSync(values.out, text);
    console.log(say('command.wrote', { file: values.out }));
  }
  return 0;
}

async function run() {
  let words = await commandWords('vi');
  try {
    const { positionals, values } = parseArgs({ allowPositionals: true, options: OPTIONS });
    words = await commandWords(matchLanguage(values.lang) ?? 'vi');
    const [, action, file, ...more] = positionals;
    if (values.help) {
      console.log(words.say('command.help'));
      return 0;
    }
    if (!['build', 'export'].includes(action) || !file || more.length > 0)
      throw new Refusal(words.say('command.help'));
    return await (action === 'build' ? build : write)(file, values, words);
  } catch (error) {
    if (error instanceof Refusal) console.error(error.message);
    // An option that there is not: what Node says of it, and what there is.
    else if (error.code?.startsWith('ERR_PARSE_ARGS'))
      console.error(`${error.message}\n\n${words.say('command.help')}`);
    else throw error;
    return 2;
  }
}

process.exitCode = await run();
