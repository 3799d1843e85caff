import { Hono, type Context } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { createHash, randomUUID } from 'node:crypto';
import type { WorkCalendar } from '../../../../src/dossiers/deadline.js';
import {
  DOSSIER_STATES,
  isDossierAct,
  type DossierAct,
  type DossierState,
} from '../../../../src/dossiers/dossier-states.js';
import type { FormDefinition } from '../../../../src/forms/form-definition.js';
import { readMoney } from '../../../../src/forms/typed-values.js';
import { problemAnswer } from '../../../../src/gateway/contract-answers.js';
import { isSame } from '../../../../src/gateway/keyed-hash.js';
import type { ReceivingSystem } from '../../../../src/gateway/receiving-system.js';
import type { KeptResult } from '../../../../src/gateway/receiving-tables.js';
import { KEPT_PAPERS } from '../../../../src/gateway/tracking-contract.js';
import { kindOfFile, LONGEST_FILE } from '../../../../src/gateway/upload-rules.js';
import type { GatewayDatabase } from '../database.js';
import { fileAnswer } from '../file-answer.js';
import type { Place } from '../place.js';
import type { FileFolder } from '../file-folder.js';
import { deskDossiers } from './desk-dossiers.js';
import { dossierPage, type Outcome } from './dossier-page.js';
import { listPage } from './list-page.js';
import { listAddress, pageIn } from './list-pages.js';
import { mayDo, OFFICERS, unitAfter, type Officer } from './officers.js';
import { backToList, page, said } from './page.js';
import { addRegistering, linesOf, type Fields } from './register.js';
import { createSessions, type Session } from './sessions.js';
import { signInPage } from './sign-in-page.js';
import { DESK_STYLE } from './style.js';
import { partOf } from './supplements.js';
import type { TypedAct } from './typed-act.js';
import { actWords, PROBLEM_WORDS, WORDS } from './words.js';

export interface DeskOptions {
  /** Address of the desk. */
  readonly desk: string;
  readonly database: GatewayDatabase;
  readonly files: FileFolder;
  readonly system: ReceivingSystem;
  readonly forms: readonly FormDefinition[];
  readonly place: Place;
  readonly calendar: WorkCalendar;
  /** Address of the page on which dossiers are followed, for receipts on paper. */
  readonly trackUrl: string | undefined;
  readonly clock: () => Date;
}

const COOKIE = 'dvc-desk';
/** Longest form: a file, and some words. */
const LONGEST_FORM = LONGEST_FILE + 64 * 1024;

/** The desk of the office: plain pages and forms, by which officers do what the table of states lets them. */
export function createDesk(options: DeskOptions): Hono {
  const { desk, database, files, system, clock } = options;
  const app = new Hono();
  const sessions = createSessions(clock);
  const dossiers = deskDossiers(options);

  function begin(context: Context, officer?: Officer): Session {
    sessions.end(getCookie(context, COOKIE));
    const { id, session } = officer ? sessions.begin(officer) : sessions.beginGuest();
    const secure = new URL(context.req.url).protocol === 'https:';
    setCookie(context, COOKIE, id, { httpOnly: true, sameSite: 'Strict', path: desk, secure });
    return session;
  }
  const sessionOf = (context: Context) => sessions.find(getCookie(context, COOKIE));

  function signIn(context: Context, problem?: string): Response | Promise<Response> {
    const session = sessionOf(context) ?? begin(context);
    return context.html(signInPage({ desk, session }, problem), problem === undefined ? 200 : 403);
  }

  /** A page for who is signed in; anybody else is asked to do so. */
  const forOfficer =
    (show: (context: Context, officer: Officer, session: Session) => Response | Promise<Response>) =>
    (context: Context) => {
      const session = sessionOf(context);
      return session?.officer ? show(context, session.officer, session) : signIn(context);
    };

  const addressOf = (code: string) => `${desk}/dossiers/${encodeURIComponent(code)}`;

  /** A form that was sent from a page of this desk. */
  async function fieldsOf(context: Context, session: Session | undefined): Promise<Fields | undefined> {
    const fields = (await context.req.parseBody({ all: true }).catch(() => ({}))) as Fields;
    return session && isSame(session.token, textOf(fields.token)) ? fields : undefined;
  }

  app.use(bodyLimit({ maxSize: LONGEST_FORM, onError: () => problemAnswer('too-large') }));
  app.get('/desk.css', (context) =>
    context.body(DESK_STYLE, 200, { 'content-type': 'text/css; charset=utf-8' }),
  );

  app.get(
    '/',
    forOfficer((context, { name }, session) => {
      const state = Object.keys(DOSSIER_STATES).find((one) => one === context.req.query('state'));
      const wanted = state === undefined ? undefined : (Number(state) as DossierState);
      const pages = { page: pageIn(context.req.query('page')), ended: pageIn(context.req.query('ended')) };
      const shown = { state: wanted, ...pages };
      session.list = listAddress({ desk }, shown);
      return context.html(listPage({ desk, session }, dossiers.list(name, shown), shown));
    }),
  );
  // Whoever goes back to it, or signs in there, finds the list: what was sought stands in no address.
  app.get('/search', (context) => context.redirect(desk, 303));
  app.post(
    '/search',
    forOfficer(async (context, { name }, session) => {
      const fields = await fieldsOf(context, session);
      if (!fields) return signIn(context, WORDS.expired);
      const pages = { page: pageIn(textOf(fields.page)), ended: pageIn(textOf(fields.ended)) };
      const wanted = { code: textOf(fields.code).trim(), ...pages };
      const found = dossiers.list(name, wanted);
      const [only] = [...found.open.items, ...found.ended.items];
      return only && found.open.total + found.ended.total === 1
        ? context.redirect(addressOf(only.code), 303)
        : context.html(listPage({ desk, session }, found, wanted));
    }),
  );
  app.post('/sign-in', async (context) => {
    const fields = await fieldsOf(context, sessionOf(context));
    if (!fields) return signIn(context, WORDS.expired);
    const officer = OFFICERS.find(({ id }) => id === fields.officer);
    const isRight = officer !== undefined && isSame(officer.password, textOf(fields.password));
    database.act(({ audit }) =>
      audit({ who: officer?.name ?? '', act: 'sign-in', subject: '*', status: isRight ? 200 : 403 }),
    );
    if (!isRight) return signIn(context, WORDS.wrongPassword);
    begin(context, officer);
    return context.redirect(desk, 303);
  });
  app.post('/sign-out', async (context) => {
    if (!(await fieldsOf(context, sessionOf(context)))) return signIn(context, WORDS.expired);
    sessions.end(getCookie(context, COOKIE));
    deleteCookie(context, COOKIE, { path: desk });
    return context.redirect(desk, 303);
  });

  const find = (context: Context, { name }: Officer) => dossiers.one(name, context.req.param('code') ?? '');
  addRegistering(app, { ...options, forOfficer, fieldsOf, find, refuse });
  app.get(
    '/dossiers/:code',
    forOfficer((context, officer, session) => {
      const dossier = find(context, officer);
      if (!dossier) return problemAnswer('not-found');
      const done = session.done?.code === dossier.code ? session.done : undefined;
      if (done) session.done = undefined;
      const outcome = done && { words: WORDS.done(actWords(done.act)), isBad: false };
      return context.html(dossierPage({ desk, session }, officer, dossier, outcome));
    }),
  );
  app.post(
    '/dossiers/:code',
    forOfficer(async (context, officer, session) => {
      const found = find(context, officer);
      if (!found) return problemAnswer('not-found');
      const { code } = found;
      const fields = await fieldsOf(context, session);
      const act = textOf(fields?.act);
      const problem = fields ? await doAct(officer, code, act, fields) : WORDS.expired;
      if (problem === undefined && isDossierAct(act)) {
        session.done = { code, act };
        return context.redirect(addressOf(code), 303);
      }
      // As it stands by now: it may be just that which was in the way.
      const dossier = find(context, officer) ?? found;
      const outcome: Outcome = { words: problem ?? PROBLEM_WORDS['act-unknown'], isBad: true };
      const typed = fields && typedIn(act, fields);
      return context.html(
        dossierPage({ desk, session }, officer, dossier, outcome, typed),
        fields ? 409 : 403,
      );
    }),
  );
  app.get(
    '/dossiers/:code/files/:id',
    forOfficer((context, officer) => {
      const paper = find(context, officer)?.papers.find(({ id }) => id === context.req.param('id'));
      const kept = paper && database.fileOf(paper.id);
      return kept
        ? fileAnswer(files, { ...paper, ...kept, file: paper.id }, kept.kind)
        : problemAnswer('not-found');
    }),
  );
  return app;

  /** A page that says why something is not done. */
  function refuse(context: Context, session: Session, words: string): Response | Promise<Response> {
    const back = html`${said(words, true)} ${backToList({ desk, session })}`;
    return context.html(page({ desk, session }, WORDS.title, back), 403);
  }

  /** @returns why it was not done */
  async function doAct(
    officer: Officer,
    code: string,
    act: string,
    fields: Fields,
  ): Promise<string | undefined> {
    if (!isDossierAct(act)) return PROBLEM_WORDS['act-unknown'];
    if (!mayDo(officer, act)) return PROBLEM_WORDS['act-not-yours'];
    const result =
      act === 'finish' || act === 'hand-over' ? await keepResult(fields.file, officer) : undefined;
    if (result === 'file-kind') return WORDS.notPdf;
    const moved = system.move(code, act, doingOf(officer, act, fields), result);
    return moved.ok ? undefined : PROBLEM_WORDS[moved.problem.code];
  }

  /** Stores the file of a result. One whose act is refused in the end is dropped like any that no dossier holds. */
  async function keepResult(
    file: Fields[string] | undefined,
    { name: who }: Officer,
  ): Promise<Omit<KeptResult, 'issuedAt'> | 'file-kind' | undefined> {
    if (!(file instanceof File) || file.size === 0) return undefined;
    const bytes = new Uint8Array(await file.arrayBuffer());
    if (kindOfFile(bytes) !== 'application/pdf') return 'file-kind';
    const id = randomUUID();
    const size = await files.write(id, bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    database.keepFile(id, { size, sha256, kind: 'application/pdf' }, who);
    return { file: id, name: file.name.slice(0, 255) || 'ket-qua.pdf', size, sha256 };
  }
}

const doingOf = (
  { name }: Officer,
  act: DossierAct,
  { note, unit, seen, part = [], papers, kept, amount }: Fields,
) => ({
  by: 'officer' as const,
  actor: name,
  seen: Number(textOf(seen)),
  note: textOf(note).slice(0, 2000),
  unit: unitAfter(act, textOf(unit)),
  parts: [part].flat().map((one) => partOf(textOf(one))),
  papers: linesOf(textOf(papers)),
  kept: KEPT_PAPERS.find((one) => one === kept),
  // What is no amount is told so, and not taken for none.
  ...(amount !== undefined && { amount: amountIn(textOf(amount)) }),
});

const typedIn = (act: string, { note, unit, part = [], papers, kept, amount }: Fields): TypedAct => ({
  act,
  note: textOf(note),
  unit: textOf(unit),
  parts: [part].flat().map(textOf),
  papers: textOf(papers),
  kept: textOf(kept),
  amount: textOf(amount),
});

function amountIn(typed: string): number {
  const read = readMoney(typed);
  return read.ok ? read.value : Number.NaN;
}

const textOf = (field: Fields[string] | undefined): string => (typeof field === 'string' ? field : '');
