import { copyFileSync, cpSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Submission } from '../../../src/forms/submission.js';
import { csvOf } from './csv.js';
import { openDatabase } from './database.js';
import { readForms, serveGateway } from './server.js';

const HELP = `
  serve                     [--port 8090] [--state FOLDER] [--forms FOLDER] [--origin https://…]…
  back-up  --to FOLDER      [--state FOLDER]   a copy of everything, while the gateway runs
  restore  --from FOLDER    [--state FOLDER]   while it is stopped; refuses to overwrite
  export   --to FILE.csv    [--state FOLDER]   a list of dossiers for a spreadsheet
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '8090' },
    state: { type: 'string', default: join(import.meta.dirname, '../.state') },
    forms: { type: 'string', default: join(import.meta.dirname, '../../commune/data/forms') },
    origin: { type: 'string', multiple: true, default: [] },
    to: { type: 'string' },
    from: { type: 'string' },
  },
});

function fail(message: string): never {
  console.error(message);
  process.exit(1);
}

async function serve(): Promise<void> {
  // Tests kill the process at points of their choosing.
  const point = process.env.DVC_DIE_AT;
  const server = await serveGateway({
    folder: values.state,
    forms: readForms(values.forms),
    port: Number(values.port),
    origins: values.origin,
    perMinute: Number(process.env.DVC_PER_MINUTE ?? 600),
    at: (name) => {
      if (name === point) process.kill(process.pid, 'SIGKILL');
    },
  });
  const stop = () => void server.close().then(() => process.exit(0));
  process.once('SIGTERM', stop).once('SIGINT', stop);
  // Told last: whoever reads the address may ask it to stop at once.
  console.log(server.url);
}

async function backUp(): Promise<void> {
  const to = values.to ?? fail('--to is missing');
  mkdirSync(to, { recursive: true });
  const database = openDatabase(values.state, () => new Date());
  await database.backup(join(to, 'gateway.sqlite'));
  database.close();
  // Files are written once and never changed, so that a copy of one is whole once the database names it.
  const files = join(values.state, 'files');
  if (existsSync(files)) cpSync(files, join(to, 'files'), { recursive: true });
  console.log(`copied to ${to}`);
}

function restore(): void {
  const from = values.from ?? fail('--from is missing');
  if (!existsSync(join(from, 'gateway.sqlite'))) fail(`${from} holds no copy`);
  if (existsSync(join(values.state, 'gateway.sqlite')))
    fail(`${values.state} holds something; move it away first`);
  mkdirSync(values.state, { recursive: true });
  copyFileSync(join(from, 'gateway.sqlite'), join(values.state, 'gateway.sqlite'));
  if (existsSync(join(from, 'files')))
    cpSync(join(from, 'files'), join(values.state, 'files'), { recursive: true });
  const database = openDatabase(values.state, () => new Date());
  const isWhole = database.isWhole();
  database.close();
  if (!isWhole) {
    rmSync(join(values.state, 'gateway.sqlite'));
    fail('the copy is damaged');
  }
  console.log(`restored to ${values.state}`);
}

function exportCsv(): void {
  const to = values.to ?? fail('--to is missing');
  const database = openDatabase(values.state, () => new Date());
  const rows = database.dossiers().map(({ dossier, keptAt, content }) => {
    const { procedure, delivery } = JSON.parse(content) as Submission;
    return [dossier, keptAt, procedure, delivery?.way ?? ''];
  });
  database.close();
  writeFileSync(to, csvOf([['dossier', 'received', 'procedure', 'delivery'], ...rows]));
  console.log(`${String(rows.length)} dossiers in ${to}`);
}

switch (positionals[0]) {
  case 'serve':
    await serve();
    break;
  case 'back-up':
    await backUp();
    break;
  case 'restore':
    restore();
    break;
  case 'export':
    exportCsv();
    break;
  default:
    fail(HELP);
}
