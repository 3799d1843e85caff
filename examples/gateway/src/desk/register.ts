import type { Context, Hono } from 'hono';
import { randomUUID } from 'node:crypto';
import { dueDate } from '../../../../src/dossiers/deadline.js';
import { promisedDate } from '../../../../src/dossiers/promised-date.js';
import { checkAnswers } from '../../../../src/forms/check-answers.js';
import { LONGEST_LINE, type Submission } from '../../../../src/forms/submission.js';
import { CLIENT_ID } from '../../../../src/gateway/upload-rules.js';
import { dayInVietnam } from '../../../../src/shared/clock.js';
import type { DeskDossier } from './desk-dossiers.js';
import type { DeskOptions } from './desk.js';
import { mayRegister, RECEPTION, type Officer } from './officers.js';
import { PAPER_FORM } from './paper-form.js';
import { isPaper, receiptPage } from './receipt-page.js';
import {
  PAPER_WAYS,
  pickPage,
  problemWords,
  registerPage,
  type TypedPaper,
  type WorkedOut,
} from './register-page.js';
import type { Session } from './sessions.js';
import { PROBLEM_WORDS, WORDS } from './words.js';

type Field = string | File;
export type Fields = Readonly<Record<string, Field | Field[]>>;
type Show = (context: Context, officer: Officer, session: Session) => Response | Promise<Response>;

export interface RegisterOptions extends Pick<
  DeskOptions,
  'desk' | 'system' | 'database' | 'place' | 'calendar' | 'clock' | 'trackUrl'
> {
  readonly forOfficer: (show: Show) => (context: Context) => Response | Promise<Response>;
  readonly fieldsOf: (context: Context, session: Session) => Promise<Fields | undefined>;
  readonly find: (context: Context, officer: Officer) => DeskDossier | undefined;
  /** A page that says why something is not done. */
  readonly refuse: (context: Context, session: Session, words: string) => Response | Promise<Response>;
}

/** Most papers of a dossier, as of one that is sent. */
const MOST_PAPERS = 50;

/** By this an officer takes in a dossier that somebody brought on paper, and prints what opens it. */
export function addRegistering(app: Hono, options: RegisterOptions): void {
  const { desk, system, database, place, calendar, clock, trackUrl, forOfficer, fieldsOf, find, refuse } =
    options;

  /** A page for who takes dossiers in; another role is told so. */
  const forReception = (show: Show) =>
    forOfficer((context, officer, session) =>
      mayRegister(officer)
        ? show(context, officer, session)
        : refuse(context, session, PROBLEM_WORDS['act-not-yours']),
    );
  const procedureOf = (code: string) => place.procedures.find((one) => one.code === code);

  /** What the catalogue tells for the counter: how long, and the date where the days off are known, were it brought now. */
  function workedOut(procedure: string): WorkedOut {
    const limit = place.counterLimitOf(procedure);
    const due = limit && dueDate(clock(), limit.days, limit.unit, calendar, limit.cutOffHour);
    return { due: due?.on, isBeyondCalendar: limit !== undefined && !due };
  }

  app.get(
    '/new',
    forReception((context, _, session) => {
      const frame = { desk, session };
      const procedure = procedureOf(context.req.query('procedure') ?? '');
      if (!procedure) return context.html(pickPage(frame, place.procedures));
      const { due, isBeyondCalendar } = workedOut(procedure.code);
      const papers = place.papersOf(procedure.code);
      return context.html(
        registerPage(
          frame,
          procedure,
          { papers, due, isBeyondCalendar },
          { ...BLANK, id: randomUUID(), due: due ?? '' },
        ),
      );
    }),
  );

  app.post(
    '/new',
    forReception(async (context, { name: actor }, session) => {
      const frame = { desk, session };
      const fields = await fieldsOf(context, session);
      if (!fields) return refuse(context, session, WORDS.expired);
      const procedure = procedureOf(textOf(fields.procedure));
      if (!procedure) return context.html(pickPage(frame, place.procedures), 409);
      const typed = typedOf(fields);
      const listed = place.papersOf(procedure.code);
      const told = workedOut(procedure.code);
      const again = (problems: readonly string[]) =>
        context.html(registerPage(frame, procedure, { papers: listed, ...told }, typed, problems), 409);

      const now = clock();
      const { name, number, phone, address } = typed;
      const written = { person: { name }, number, phone, address };
      const { answers, errors } = checkAnswers(PAPER_FORM, written, dayInVietnam(now));
      const problems = problemWords(errors);
      // The date of the catalogue needs no promise; any other is the office's own.
      const isPromised = typed.due !== '' && typed.due !== told.due;
      const promised = isPromised ? promisedDate(now, typed.due, calendar) : undefined;
      if (isPromised && !promised) problems.push(WORDS.dueImpossible);
      const papers = papersOf(typed, listed);
      if (papers.length > MOST_PAPERS) problems.push(WORDS.tooManyPapers);
      if (!CLIENT_ID.test(typed.id)) problems.push(WORDS.expired);
      if (problems.length > 0) return again(problems);

      const way = PAPER_WAYS.find((one) => one === typed.delivery) ?? 'desk';
      const submission: Submission = {
        contract: 1,
        procedure: procedure.code,
        form: { id: PAPER_FORM.id, version: PAPER_FORM.version },
        answers,
        files: [],
        delivery: { way },
      };
      // A date that was proposed and taken out is none; where none could be, the time of the catalogue holds.
      const isTakenOut = typed.due === '' && told.due !== undefined;
      const limitOf = isTakenOut ? () => undefined : place.counterLimitOf;
      const done = await system.register(
        typed.id,
        { submission, form: PAPER_FORM, papers, limitOf, promised },
        { actor, unit: RECEPTION },
      );
      if (!done.ok) return again([WORDS.registeredBefore]);
      return context.redirect(`${desk}/dossiers/${encodeURIComponent(done.value.dossier)}/receipt`, 303);
    }),
  );

  app.get(
    '/dossiers/:code/receipt',
    forReception((context, officer, session) => {
      const frame = { desk, session };
      const dossier = find(context, officer);
      // The secret of what was sent from a page is the applicant's alone.
      if (!dossier || !isPaper(dossier)) return refuse(context, session, PROBLEM_WORDS['not-found']);
      database.act(({ audit }) =>
        audit({ who: officer.name, act: 'read-receipt', subject: dossier.code, status: 200 }),
      );
      const address = trackUrl === undefined ? undefined : new URL(trackUrl, context.req.url).href;
      return context.html(receiptPage(frame, dossier, address));
    }),
  );
}

const BLANK: TypedPaper = {
  id: '',
  name: '',
  number: '',
  phone: '',
  address: '',
  papers: [],
  others: '',
  due: '',
  delivery: 'desk',
};

const textOf = (field: Field | Field[] | undefined): string =>
  typeof field === 'string' ? field.trim() : '';

const typedOf = (fields: Fields): TypedPaper => ({
  id: textOf(fields.id),
  name: textOf(fields.name),
  number: textOf(fields.number),
  phone: textOf(fields.phone),
  address: textOf(fields.address),
  papers: [fields.paper ?? []].flat().map(textOf),
  others: textOf(fields.others),
  due: textOf(fields.due),
  delivery: textOf(fields.delivery),
});

/** Those of the list that are ticked, in its order, then the others; each once. */
function papersOf({ papers, others }: TypedPaper, listed: readonly string[]): string[] {
  return [...new Set([...listed.filter((name) => papers.includes(name)), ...linesOf(others)])];
}

/** Names of papers, one a line. */
export const linesOf = (typed: string): string[] =>
  typed
    .split('\n')
    .map((one) => one.trim().slice(0, LONGEST_LINE))
    .filter(Boolean);
