import type { Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { answerOf, problemAnswer } from '../../../src/gateway/contract-answers.js';
import type { GatewayAbout } from '../../../src/gateway/contract.js';
import type { ChangeStreams } from '../../../src/gateway/change-streams.js';
import { jsonOf } from '../../../src/gateway/parse-request.js';
import type { ReceivingSystem } from '../../../src/gateway/receiving-system.js';
import type { Asker } from '../../../src/gateway/tracking.js';
import { CLIENT_ID } from '../../../src/gateway/upload-rules.js';
import { fileAnswer } from './file-answer.js';
import type { FileFolder } from './file-folder.js';
import type { createUploads } from './uploads.js';

/** Longest submission, in bytes: answers are text, files come apart. */
const LONGEST_BODY = 512 * 1024;

export interface RouteOptions {
  /** What the gateway is reached under. */
  readonly path: string;
  readonly about: GatewayAbout;
  readonly system: ReceivingSystem;
  readonly uploads: ReturnType<typeof createUploads>;
  readonly files: FileFolder;
  readonly changes: ChangeStreams;
  readonly whoOf: (context: Context) => Asker;
  readonly at?: ((point: string) => void) | undefined;
}

type Handler = (context: Context) => Response | Promise<Response>;
/** A handler of something that has an id; whoever asks for what is no id asks for nothing that is here. */
type IdHandler = (id: string, who: string, context: Context) => Response | Promise<Response>;

type Serve = (resource: string, handlers: Readonly<Record<string, Handler>>, allow?: string) => void;

/** The contract's addresses. What one of them does not serve is answered with what it does. */
export function addRoutes(app: Hono, options: RouteOptions): void {
  const { path, about, system, uploads, whoOf, at } = options;
  const serve: Serve = (resource, handlers, allow) => {
    const address = `${path}/v1${resource}`;
    for (const [method, handler] of Object.entries(handlers)) app.on(method, address, handler);
    const allowed = allow ?? Object.keys(handlers).join(', ');
    app.all(address, () => problemAnswer('method-unknown', { allow: allowed }));
  };
  const withId =
    (handler: IdHandler): Handler =>
    (context) => {
      const id = context.req.param('id') ?? '';
      return CLIENT_ID.test(id) ? handler(id, whoOf(context).network, context) : problemAnswer('not-found');
    };

  serve('', { GET: () => answerOf({ status: 200, body: about }) });

  const limited = bodyLimit({ maxSize: LONGEST_BODY, onError: () => problemAnswer('too-large') });
  app.use(`${path}/v1/submissions/*`, limited);
  app.use(`${path}/v1/tracking/*`, limited);
  serve('/submissions/:id', {
    GET: withId((id, who) => answerOf(system.get(id, who))),
    PUT: withId(async (id, who, { req }) => {
      const json = await jsonOf(req.raw);
      at?.('read');
      return json ? answerOf(await system.put(id, json.value, who)) : problemAnswer('invalid-json');
    }),
    DELETE: withId((id, who) => answerOf(system.remove(id, who))),
  });
  serve('/submissions/:id/payment', {
    GET: withId((id, who) => answerOf(system.payment(id, who))),
    POST: withId((id, who) => answerOf(system.openPayment(id, who))),
  });

  addTrackingRoutes(serve, options);

  const upload: Handler = (context) =>
    uploads.handle(context.req.raw, context.req.param('id'), whoOf(context).network);
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

/** Following a dossier. Everything is asked in bodies: addresses are written down by many. */
function addTrackingRoutes(serve: Serve, { system, files, changes, whoOf }: RouteOptions): void {
  const ask =
    (work: (json: unknown, context: Context) => Promise<Response>): Handler =>
    async (context) => {
      const json = await jsonOf(context.req.raw);
      return json ? work(json.value, context) : problemAnswer('invalid-json');
    };
  serve('/tracking', {
    POST: ask(async (json, context) => answerOf(await system.track(json, whoOf(context)))),
  });
  serve('/tracking/changes', {
    POST: ask(async (json, context) => {
      const who = whoOf(context);
      const { watched, ...answered } = await system.changes(json, who, () => changes.hasRoom(who.address));
      return watched ? changes.answer(watched, who.address) : answerOf(answered);
    }),
  });
  serve('/tracking/acts', {
    POST: ask(async (json, context) => answerOf(await system.actOn(json, whoOf(context)))),
  });
  serve('/tracking/cancel', {
    POST: ask(async (json, context) => answerOf(await system.cancelAct(json, whoOf(context)))),
  });
  serve('/tracking/result', {
    POST: ask(async (json, context) => {
      const { file, ...answered } = await system.result(json, whoOf(context));
      return file ? fileAnswer(files, file) : answerOf(answered);
    }),
  });
}

const ON_UPLOAD = 'HEAD, PATCH, DELETE';
