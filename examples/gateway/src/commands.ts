import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { backUp, faultsOf, restore } from './copies.js';
import { exportList } from './dossier-list.js';
import { seedGateway } from './seed.js';
import { readCalendar, readForms, serveGateway } from './server.js';

const HELP = `
  serve     [--port 8090] [--forms FOLDER] [--catalog FILE] [--calendar FILE]
            [--origin https://…]… [--proxies 0] [--max-megabytes N] [--seed]
  back-up   --to FOLDER      a copy of everything, also while the gateway runs
  restore   --from FOLDER    while it is stopped; looks at the copy first, and overwrites nothing
  check                      whether all that is kept is whole
  export    --to FILE.csv    a list of the dossiers for a spreadsheet

  All of them take --state FOLDER, where everything is kept.
`;

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '8090' },
    state: { type: 'string', default: join(import.meta.dirname, '../.state') },
    forms: { type: 'string', default: join(import.meta.dirname, '../../commune/data/forms') },
    catalog: { type: 'string' },
    calendar: { type: 'string' },
    origin: { type: 'string', multiple: true, default: [] },
    proxies: { type: 'string', default: '0' },
    'max-megabytes': { type: 'string' },
    seed: { type: 'boolean', default: false },
    to: { type: 'string' },
    from: { type: 'string' },
  },
});
const { state } = values;
// What is kept, copied and listed is about people: no other account of the machine reads it, nor what SQLite puts beside it.
process.umask(0o077);

function needed(option: 'to' | 'from'): string {
  const value = values[option];
  if (value === undefined) throw new Error(`--${option} is missing`);
  return value;
}

async function serve(): Promise<void> {
  // Tests kill the process at points of their choosing.
  const point = process.env.DVC_DIE_AT;
  const megabytes = values['max-megabytes'];
  const options = {
    folder: state,
    forms: readForms(values.forms),
    // Beside its forms, as the sample commune has it.
    catalog: values.catalog ?? join(values.forms, '../catalog.json'),
    calendar: values.calendar === undefined ? undefined : readCalendar(values.calendar),
  };
  if (values.seed) await seedGateway(options);
  const server = await serveGateway({
    ...options,
    port: Number(values.port),
    origins: values.origin,
    proxies: Number(values.proxies),
    perMinute: Number(process.env.DVC_PER_MINUTE ?? 600),
    maxDatabaseBytes: megabytes === undefined ? undefined : Number(megabytes) * 1024 * 1024,
    at: (name) => {
      if (name === point) process.kill(process.pid, 'SIGKILL');
    },
  });
  const stop = () => {
    console.log('stopping');
    void server.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
  // Told last: whoever reads the address may ask it to stop at once.
  console.log(server.url);
}

async function check(): Promise<void> {
  const faults = await faultsOf(state);
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log('whole');
}

async function run(command: string | undefined): Promise<void> {
  switch (command) {
    case 'serve':
      return serve();
    case 'back-up':
      await backUp(state, needed('to'));
      return console.log(`copied to ${needed('to')}`);
    case 'restore':
      await restore(needed('from'), state);
      return console.log(`restored to ${state}`);
    case 'check':
      return check();
    case 'export':
      return console.log(`${String(exportList(state, needed('to')))} dossiers in ${needed('to')}`);
    default:
      throw new Error(HELP);
  }
}

await run(positionals[0]).catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
