import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { answerOf, problemAnswer } from '../../../src/gateway/contract-answers.js';
import type { GatewayAbout } from '../../../src/gateway/contract.js';
import type { ReceivingSystem } from '../../../src/gateway/receiving-system.js';
import { CLIENT_ID } from '../../../src/gateway/upload-rules.js';
import type { createUploads } from './uploads.js';

/** Longest submission, in bytes: answers are text, files come apart. */
const LONGEST_BODY = 512 * 1024;

export interface RouteOptions {
  /** What the gateway is reached under. */
  readonly path: string;
  readonly about: GatewayAbout;
  readonly system: ReceivingSystem;
  readonly uploads: ReturnType<typeof createUploads>;
  /** Who asks, as far as the audit tells it. */
  readonly whoOf: (context: Context) => string;
  readonly at?: ((point: string) => void) | undefined;
}

type Handler = (context: Context) => Response | Promise<Response>;
/** A handler of something that has an id; whoever asks for what is no id asks for nothing that is here. */
type IdHandler = (id: string, who: string, context: Context) => Response | Promise<Response>;

/** The contract's addresses. What one of them does not serve is answered with what it does. */
export function addRoutes(app: Hono, { path, about, system, uploads, whoOf, at }: RouteOptions): void {
  const serve = (resource: string, handlers: Readonly<Record<string, Handler>>, allow?: string) => {
    const address = `${path}/v1${resource}`;
    for (const [method, handler] of Object.entries(handlers)) app.on(method, address, handler);
    const allowed = allow ?? Object.keys(handlers).join(', ');
    app.all(address, () => problemAnswer('method-unknown', { allow: allowed }));
  };
  const withId =
    (handler: IdHandler): Handler =>
    (context) => {
      const id = context.req.param('id') ?? '';
      return CLIENT_ID.test(id) ? handler(id, whoOf(context), context) : problemAnswer('not-found');
    };

  serve('', { GET: () => answerOf({ status: 200, body: about }) });

  app.use(
    `${path}/v1/submissions/*`,
    bodyLimit({ maxSize: LONGEST_BODY, onError: () => problemAnswer('too-large') }),
  );
  serve('/submissions/:id', {
    GET: withId((id, who) => answerOf(system.get(id, who))),
    PUT: withId(async (id, who, { req }) => {
      const json = await req.json<unknown>().then(
        (value) => ({ value }),
        () => undefined,
      );
      at?.('read');
      return json ? answerOf(await system.put(id, json.value, who)) : problemAnswer('invalid-json');
    }),
    DELETE: withId((id, who) => answerOf(system.remove(id, who))),
  });
  serve('/submissions/:id/payment', {
    GET: withId((id, who) => answerOf(system.payment(id, who))),
    POST: withId((id, who) => answerOf(system.openPayment(id, who))),
  });

  const upload: Handler = (context) =>
    uploads.handle(context.req.raw, context.req.param('id'), whoOf(context));
  serve('/uploads', { POST: upload });
  serve(
    '/uploads/:id',
    {
      // Hono asks for HEAD by GET; the bytes of a file are given to nobody.
      GET: (context) =>
        context.req.method === 'HEAD'
          ? upload(context)
          : problemAnswer('method-unknown', { allow: ON_UPLOAD }),
      PATCH: upload,
      DELETE: upload,
    },
    ON_UPLOAD,
  );
}

const ON_UPLOAD = 'HEAD, PATCH, DELETE';
