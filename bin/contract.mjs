import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { tryContract } from '../dist/gateway.js';

const HELP = `
  npx dvc-widgets contract URL --submission FILE.json [--free FILE.json] [--general FILE.json] [--finished FILE.json] [--asked FILE.json]

  Tries whether a receiving system keeps to the contract (docs/receiving-contract.md), and tells where it does not.
  It sends what is in the file again and again under new ids, and uploads small files: never to a system whose
  dossiers reach an office.

  URL           address of the system, up to /v1
  --submission  one that it takes, without files; best one for which a fee is due
  --free        one that costs nothing
  --general     one for a procedure without a form of its own, filled in as APPLICANT_FORM of dvc-widgets/forms.js
  --finished    {"code", "secret"} of a dossier whose result is there to be fetched
  --asked       {"code", "secret"} of one of which its office ticked a field and a paper to be handed in later

  Ends with 0 where all is kept, 1 where something is not, 2 where it could not be tried.

  npx dvc-widgets --help    lists the other commands
`;

/** Longest wait for one answer, in milliseconds. */
const LIMIT = 20_000;
const MARKS = { kept: '✓', broken: '✗', 'not-tried': '–' };

function readArguments() {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      submission: { type: 'string' },
      free: { type: 'string' },
      general: { type: 'string' },
      finished: { type: 'string' },
      asked: { type: 'string' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  if (values.help) {
    console.log(HELP);
    process.exit(0);
  }
  const [, url, ...more] = positionals;
  if (!url || more.length > 0 || !values.submission) throw new Error(HELP);
  if (!/^https?:$/.test(new URL(url).protocol)) throw new Error(`${url} is no address of the web`);
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
  const submission = read(values.submission);
  const [free, general, finished, asked] = [values.free, values.general, values.finished, values.asked].map(
    (file) => file && read(file),
  );
  return { url, submission, free, general, finished, asked };
}

let target;
try {
  target = readArguments();
} catch (error) {
  console.error(error.message);
  process.exit(2);
}

const reports = await tryContract(
  {
    ...target,
    fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(LIMIT) }),
    newId: randomUUID,
  },
  ({ name, outcome, reason }) => console.log(`${MARKS[outcome]} ${name}${reason ? `\n    ${reason}` : ''}`),
);
const count = (wanted) => reports.filter(({ outcome }) => outcome === wanted).length;
console.log(`\n${count('kept')} kept, ${count('broken')} broken, ${count('not-tried')} not tried`);
process.exitCode = count('broken') > 0 ? 1 : 0;
