import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { randomBytes } from 'node:crypto';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import calendar from '../../../src/dossiers/calendar.json' with { type: 'json' };
import type { FormDefinition } from '../../../src/forms/form-definition.js';
import {
  CONTRACT,
  CONTRACT_HEADER,
  problemBody,
  type ReceivingProblemCode,
} from '../../../src/gateway/contract.js';
import { createReceivingSystem, type Answered } from '../../../src/gateway/receiving-system.js';
import { openDatabase } from './database.js';
import { bankPage } from './bank-page.js';
import { createUploads } from './uploads.js';

export interface GatewayOptions {
  /** Where everything is kept. */
  readonly folder: string;
  readonly forms: readonly FormDefinition[];
  readonly clock?: () => Date;
  /** Path that the gateway is reached under, e.g. `/gateway`; none of its own by default. */
  readonly path?: string;
  /** Sites that may ask from a page of theirs; the gateway's own always may. */
  readonly origins?: readonly string[];
  /** Requests by one address in a minute. */
  readonly perMinute?: number;
  /** Called at each point where a process may die; for tests of just that. */
  readonly at?: (point: string) => void;
}

/** What Node's server tells of where a request came from. */
interface Connection {
  readonly incoming?: { readonly socket: { readonly remoteAddress?: string | undefined } };
}

/** Longest submission, in bytes: answers are text, files come apart. */
const LONGEST_BODY = 512 * 1024;
/** Longest file, in bytes; what the client makes of a dozen photographed pages. */
const LONGEST_FILE = 20 * 1024 * 1024;
/** Files that no dossier ever held are dropped after this, in milliseconds. */
const ORPHAN_AGE = 48 * 3_600_000;

const SUBMISSION_ID = '/v1/submissions/:id{[0-9a-f-]{36}}';

/** The reference receiving system: the contract over HTTP, with a real database. */
export function createGateway({
  folder,
  forms,
  clock = () => new Date(),
  path = '',
  origins = [],
  perMinute = 600,
  at,
}: GatewayOptions) {
  const database = openDatabase(folder, clock);
  const uploads = createUploads(folder, `${path}/v1/uploads`, LONGEST_FILE, database);
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  const system = createReceivingSystem({
    act: database.act,
    clock,
    calendar,
    office: { name: 'Xã Mẫu (hệ thống mẫu)', code: 'H00.00' },
    knows: (procedure) => forms.some(({ procedures }) => procedures.includes(procedure)),
    formOf: (id) => forms.find((form) => form.id === id),
    fileOf: database.fileOf,
    // No source at hand tells a time that holds everywhere; a system of an office knows its own.
    limitOf: () => ({ days: 3, unit: 'working-day' }),
    // A bank that does not exist: nobody can pay by mistake.
    payee: { bank: '000000', bankName: 'Ngân hàng mẫu', account: '0000000000', accountName: 'XA MAU' },
    payPage: (order) => `${path}/pay/${encodeURIComponent(order)}`,
    randomBytes: (count) => randomBytes(count),
    sample: true,
    ...(at && { at }),
  });

  const app = new Hono().basePath(path === '' ? '/' : path);
  const refuse = (context: Context, code: ReceivingProblemCode) => {
    const body = problemBody(code);
    return context.body(JSON.stringify(body), body.status as 400, {
      'content-type': 'application/problem+json',
    });
  };
  const respond = (context: Context, { status, body, replayed }: Answered) => {
    if (replayed) context.header('idempotency-replayed', 'true');
    if (body === undefined) return context.body(null, status as 204);
    return context.body(JSON.stringify(body), status as 200, {
      'content-type': status < 400 ? 'application/json' : 'application/problem+json',
    });
  };

  app.use(
    secureHeaders({
      contentSecurityPolicy: { defaultSrc: ["'none'"], formAction: ["'self'"], frameAncestors: ["'none'"] },
      referrerPolicy: 'no-referrer',
    }),
    async (context, next) => {
      await next();
      context.header(CONTRACT_HEADER, String(CONTRACT));
      context.header('cache-control', 'no-store');
    },
    cors({
      origin: [...origins],
      allowMethods: ['GET', 'PUT', 'POST', 'PATCH', 'HEAD', 'DELETE'],
      allowHeaders: [
        'content-type',
        'idempotency-key',
        'tus-resumable',
        'upload-length',
        'upload-metadata',
        'upload-offset',
        'upload-checksum',
      ],
      exposeHeaders: [
        CONTRACT_HEADER,
        'idempotency-replayed',
        'retry-after',
        'location',
        'upload-offset',
        'upload-length',
      ],
      maxAge: 600,
    }),
    async (context, next) => {
      const { origin: own } = new URL(context.req.url);
      const origin = context.req.header('origin');
      if (origin && origin !== own && !origins.includes(origin)) return refuse(context, 'origin-refused');
      // Of the connection itself: what a header says anybody can write.
      const { incoming } = context.env as Connection;
      const address = incoming?.socket.remoteAddress ?? 'unknown';
      const isAllowed = await limiter.consume(address).then(
        () => true,
        () => false,
      );
      if (!isAllowed) {
        context.header('retry-after', '30');
        return refuse(context, 'too-many-requests');
      }
      return next();
    },
    async (context, next) => {
      await next();
      // By route, never by address: an address may hold what somebody typed into it.
      const { method } = context.req;
      if (method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS')
        database.audit(method, context.req.param('id') ?? '', context.res.status);
    },
  );

  app.get('/v1', (context) =>
    context.json({ contract: CONTRACT, office: 'Xã Mẫu', sample: true, maxFileBytes: LONGEST_FILE }),
  );
  app.put(
    SUBMISSION_ID,
    bodyLimit({ maxSize: LONGEST_BODY, onError: (c) => refuse(c, 'too-large') }),
    async (c) => {
      const json = await c.req.json<unknown>().then(
        (value) => ({ value }),
        () => undefined,
      );
      at?.('read');
      return json ? respond(c, await system.put(c.req.param('id'), json.value)) : refuse(c, 'invalid-json');
    },
  );
  app.get(SUBMISSION_ID, (c) => respond(c, system.get(c.req.param('id'))));
  app.delete(SUBMISSION_ID, (c) => respond(c, system.remove(c.req.param('id'))));
  app.post(`${SUBMISSION_ID}/payment`, (c) => respond(c, system.openPayment(c.req.param('id'))));
  app.get(`${SUBMISSION_ID}/payment`, (c) => respond(c, system.payment(c.req.param('id'))));
  app.all('/v1/uploads', (c) => uploads.handle(c.req.raw));
  app.all('/v1/uploads/*', (c) => uploads.handle(c.req.raw));
  app.route('/pay', bankPage(path, database, system));
  app.notFound((c) => refuse(c, 'not-found'));
  app.onError((error, c) => {
    // The database is held by somebody else, or its disk is full: both pass.
    const code = 'code' in error ? String(error.code) : '';
    if (code.startsWith('SQLITE_BUSY')) return refuse(c, 'busy');
    if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC') return refuse(c, 'no-room');
    return refuse(c, 'internal');
  });

  return {
    fetch: (request: Request, env: Connection = {}): Response | Promise<Response> => app.fetch(request, env),
    database,
    /** Drops files that no dossier ever held. */
    async sweep(): Promise<number> {
      const ids = database.dropOrphans(new Date(clock().getTime() - ORPHAN_AGE));
      await Promise.all(ids.map(uploads.drop));
      return ids.length;
    },
    close: () => database.close(),
  };
}

export type Gateway = ReturnType<typeof createGateway>;
