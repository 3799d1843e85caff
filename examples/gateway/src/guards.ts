import type { Context, MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import { secureHeaders } from 'hono/secure-headers';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { problemAnswer } from '../../../src/gateway/contract-answers.js';
import {
  CONTRACT,
  CONTRACT_HEADER,
  PROBLEM_HEADER,
  RESULT_HASH_HEADER,
} from '../../../src/gateway/contract.js';
import type { Asker } from '../../../src/gateway/tracking.js';
import { LONGEST_FILE, TUS_VERSION } from '../../../src/gateway/upload-rules.js';
import { addressOf, budgetOf, networkOf, type Connection } from './network-address.js';

export interface GuardOptions {
  /** Sites that may ask from a page of theirs; the gateway's own always may. */
  readonly origins: readonly string[];
  /** Requests by one address in a minute. */
  readonly perMinute: number;
  /** How many proxies of the operator's own stand before the gateway. */
  readonly proxies: number;
}

const ALLOWED_HEADERS = [
  'content-type',
  'idempotency-key',
  'tus-resumable',
  'upload-length',
  'upload-metadata',
  'upload-offset',
];
const EXPOSED_HEADERS = [
  CONTRACT_HEADER,
  PROBLEM_HEADER,
  'idempotency-replayed',
  'retry-after',
  'location',
  'allow',
  'tus-resumable',
  'tus-version',
  'upload-offset',
  'upload-length',
  RESULT_HASH_HEADER,
];

/** Following a dossier is counted apart: whoever guesses keeps nobody at the same address from filing. */
const FOLLOWING = /\/v1\/tracking(?:\/|$)/u;
/** Set on a request of an address that asks too often, where it may work instead of waiting. */
const CROWDED = 'isCrowded';
/** Times what an address may ask at which it is not even answered by work to do: that is a flood, and no guessing. */
const FLOOD = 10;

/** Bytes of a request that is refused which are still taken, so that its sender hears why. */
const MOST_READ_AWAY = 4 * 1024 * 1024;

/** What stands before every route: headers, who may ask from where, how often. */
export function guards({ origins, perMinute, proxies }: GuardOptions): MiddlewareHandler[] {
  const limiter = new RateLimiterMemory({ points: perMinute, duration: 60 });
  return [
    async (context, next) => {
      await next();
      // A file of somebody's, were it opened as a page, can do nothing.
      if (context.res.headers.has('content-disposition'))
        context.header('content-security-policy', "default-src 'none'; sandbox");
    },
    secureHeaders({
      contentSecurityPolicy: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
      // Not `no-referrer`: a form on a page with that says that it comes from nowhere, and would be refused.
      referrerPolicy: 'same-origin',
      xFrameOptions: 'DENY',
    }),
    async (context, next) => {
      // What uploads are spoken here, for clients that ask before they begin.
      if (context.req.method === 'OPTIONS') {
        context.header('tus-version', TUS_VERSION);
        context.header('tus-extension', 'creation,termination');
        context.header('tus-max-size', String(LONGEST_FILE));
      }
      await next();
      if (context.res.status >= 400) await readAway(context.req.raw.body);
      context.header(CONTRACT_HEADER, String(CONTRACT));
      context.header('cache-control', 'no-store');
    },
    cors({
      origin: [...origins],
      allowMethods: ['GET', 'PUT', 'POST', 'PATCH', 'HEAD', 'DELETE'],
      allowHeaders: ALLOWED_HEADERS,
      exposeHeaders: EXPOSED_HEADERS,
      maxAge: 600,
    }),
    async (context, next) => {
      const { origin: own } = new URL(context.req.url);
      const origin = context.req.header('origin');
      if (origin !== undefined && origin !== own && !origins.includes(origin))
        return problemAnswer('origin-refused');
      return next();
    },
    async (context, next) => {
      const isFollowing = FOLLOWING.test(context.req.path);
      const budget = budgetOf(addressOfRequest(context, proxies));
      const refused = await limiter.consume(isFollowing ? `following ${budget}` : budget).then(
        () => undefined,
        (reason: unknown) => {
          if (reason instanceof RateLimiterRes) return reason;
          throw new Error('the rate limiter fails', { cause: reason });
        },
      );
      if (!refused) return next();
      if (isFollowing && refused.consumedPoints <= perMinute * FLOOD) {
        context.set(CROWDED, true);
        return next();
      }
      const seconds = Math.max(1, Math.ceil(refused.msBeforeNext / 1000));
      return problemAnswer('too-many-requests', { 'retry-after': String(seconds) });
    },
  ];
}

/** Who asks: as far as the audit tells it, and as far as budgets do. */
export function askerOf(context: Context, proxies: number): Asker {
  const address = addressOfRequest(context, proxies);
  const isCrowded = context.get(CROWDED) === true;
  return { network: networkOf(address), address: budgetOf(address), isCrowded };
}

const addressOfRequest = (context: Context, proxies: number): string =>
  addressOf(context.env as Connection, context.req.header('x-forwarded-for'), proxies);

/**
 * Takes what is still on its way, within reason: whoever is answered in the middle of sending hears “connection lost”
 * and not the answer.
 */
async function readAway(body: ReadableStream<Uint8Array> | null): Promise<void> {
  if (!body || body.locked) return;
  const reader = body.getReader();
  for (let bytes = 0; bytes < MOST_READ_AWAY;) {
    const { done, value } = await reader.read();
    if (done) return;
    bytes += value.byteLength;
  }
  await reader.cancel();
}
