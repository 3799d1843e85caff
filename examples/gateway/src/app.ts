import { Hono, type Context } from 'hono';
import { randomBytes as fromSystem } from 'node:crypto';
import { builtInCalendar } from '../../../src/dossiers/built-in-calendar.js';
import type { WorkCalendar } from '../../../src/dossiers/deadline.js';
import type { FormDefinition } from '../../../src/forms/form-definition.js';
import { formsInForce } from '../../../src/forms/forms-in-force.js';
import { MOST_FILES } from '../../../src/forms/submission.js';
import { createChangeStreams } from '../../../src/gateway/change-streams.js';
import { problemAnswer } from '../../../src/gateway/contract-answers.js';
import { CONTRACT } from '../../../src/gateway/contract.js';
import { createKeyedHash } from '../../../src/gateway/keyed-hash.js';
import { createReceivingSystem } from '../../../src/gateway/receiving-system.js';
import { LONGEST_FILE } from '../../../src/gateway/upload-rules.js';
import { bankPage } from './bank-page.js';
import { openDatabase } from './database.js';
import { createDesk } from './desk/desk.js';
import { PAPER_FORM } from './desk/paper-form.js';
import { openFileFolder } from './file-folder.js';
import { askerOf, guards } from './guards.js';
import type { Connection } from './network-address.js';
import { readPlace } from './place.js';
import { addRoutes } from './routes.js';
import { createUploads } from './uploads.js';

export interface GatewayOptions {
  /** Where everything is kept. */
  readonly folder: string;
  readonly forms: readonly FormDefinition[];
  /** The catalogue file of the place; without it, only what has a form is handled. */
  readonly catalog?: string | undefined;
  /** Days on which offices are closed; the built-in ones by default. */
  readonly calendar?: WorkCalendar | undefined;
  readonly clock?: () => Date;
  /** Path that the gateway is reached under, e.g. `/gateway`; none of its own by default. */
  readonly path?: string;
  /** Address of the page on which dossiers are followed; it stands on receipts that the desk prints. */
  readonly trackUrl?: string | undefined;
  /** Sites that may ask from a page of theirs; the gateway's own always may. */
  readonly origins?: readonly string[];
  /** Requests by one address in a minute. */
  readonly perMinute?: number;
  /** How many proxies of the operator's own stand before the gateway. */
  readonly proxies?: number;
  /** Milliseconds that a writer waits for another process before it says `busy`. */
  readonly busyMs?: number;
  /** Most that the database may grow to, in bytes. */
  readonly maxDatabaseBytes?: number | undefined;
  /** Free bytes of the disk. */
  readonly freeBytes?: () => number;
  /** What receipts take their secrets from. */
  readonly randomBytes?: (count: number) => Uint8Array;
  /** Called at each point where a process may die; for tests of just that. */
  readonly at?: (point: string) => void;
}

/** Files that no dossier ever held are dropped after this, in milliseconds. */
const ORPHAN_AGE = 48 * 3_600_000;

export const OFFICE = { name: 'Xã Mẫu (hệ thống mẫu)', code: 'H00.00' };

/** The reference receiving system: the contract over HTTP, with a real database. */
export function createGateway({
  folder,
  forms,
  catalog,
  calendar = builtInCalendar,
  clock = () => new Date(),
  path = '',
  trackUrl,
  origins = [],
  perMinute = 600,
  proxies = 0,
  busyMs = 1000,
  maxDatabaseBytes,
  freeBytes,
  randomBytes = fromSystem,
  at,
}: GatewayOptions) {
  const database = openDatabase(folder, { clock, busyMs, maxBytes: maxDatabaseBytes });
  const files = openFileFolder(folder, freeBytes);
  const uploads = createUploads({ path: `${path}/v1/uploads`, database, folder: files, at });
  const changes = createChangeStreams();
  const place = readPlace(catalog, forms);
  const system = createReceivingSystem({
    act: database.act,
    clock,
    calendar,
    office: OFFICE,
    ...place,
    ...formsInForce([...forms, PAPER_FORM]),
    fileOf: database.fileOf,
    // A bank that does not exist: nobody can pay by mistake.
    payee: { bank: '000000', bankName: 'Ngân hàng mẫu', account: '0000000000', accountName: 'XA MAU' },
    // Addresses are written down by many, and codes follow one another: whoever walks through them finds no payment.
    payPage: () => `${path}/pay/${fromSystem(16).toString('base64url')}`,
    randomBytes,
    hash: createKeyedHash(database.secretKey('tracking-key')),
    sample: true,
    onChange: (code) => changes.tell(code),
    at,
  });

  const app = new Hono();
  app.use(...guards({ origins, perMinute, proxies }));
  const about = {
    contract: CONTRACT,
    office: OFFICE.name,
    sample: true,
    maxFileBytes: LONGEST_FILE,
    maxFiles: MOST_FILES,
  } as const;
  const whoOf = (context: Context) => askerOf(context, proxies);
  addRoutes(app, { path, about, system, uploads, files, changes, whoOf, at });
  app.route(
    `${path}/desk`,
    createDesk({ desk: `${path}/desk`, database, files, system, forms, place, calendar, trackUrl, clock }),
  );
  app.route(`${path}/pay`, bankPage(path, database, system));
  app.notFound(() => problemAnswer('not-found'));
  app.onError((error) => {
    // The database is held by somebody else, or its disk is full: both pass.
    const code = 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY')) return problemAnswer('busy');
    if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return problemAnswer('no-room');
    return problemAnswer('internal');
  });

  return {
    fetch: (request: Request, env: Connection = {}): Response | Promise<Response> => app.fetch(request, env),
    database,
    system,
    forms,
    /** What is served, for the test of its documentation. */
    routes: app.routes.map(({ method, path: address }) => ({ method, path: address })),
    /** Drops files that no dossier ever held. */
    sweep: (): Promise<number> => uploads.sweep(new Date(clock().getTime() - ORPHAN_AGE)),
    /** Ends the streams that tell of changes: each would go on for half an hour. */
    endStreams: () => changes.end(),
    close(): void {
      changes.end();
      database.close();
    },
  };
}

export type Gateway = ReturnType<typeof createGateway>;
