import { plainCode, plainDigits, plainSecret } from '../dossiers/dossier-code.js';
import type { DossierAct } from '../dossiers/dossier-states.js';
import type { Answers } from '../forms/answers.js';
import { answersAfter, askedLast } from '../forms/asked-parts.js';
import { applicantOf } from '../forms/applicant.js';
import type { FormDefinition } from '../forms/form-definition.js';
import { canonicalJson, type Receipt, type Submission } from '../forms/submission.js';
import { hexOf } from '../shared/sha256.js';
import { dayInVietnam } from '../shared/clock.js';
import { deliveryProblemOf, filesProblemOf } from './accept-submission.js';
import { refuse, refuseFor, type Answered } from './answered.js';
import { problemBody } from './contract.js';
import { isSame, type KeyedHash } from './keyed-hash.js';
import type { DeskDoing } from './move-dossier.js';
import { parseRequest } from './parse-request.js';
import { bitsDone, demandWork } from './proof-of-work.js';
import type { ReceivingOptions } from './receiving-options.js';
import type { KeptDossier, KeptResult, ReceivingTables } from './receiving-tables.js';
import { isForAnother, supplementProblemOf } from './supplement.js';
import { applicantActs, deliveryOf, detailsOf, outlineOf, resultFor } from './tracked-view.js';
import { ADDRESS_WINDOW, bitsNeeded, FIRST_BITS, LONGEST_WINDOW, WRONG_WEIGHT } from './tracking-budgets.js';
import {
  actRequestSchema,
  cancelRequestSchema,
  resultRequestSchema,
  trackingRequestSchema,
  type ActDone,
  type ActRequest,
  type ApplicantAct,
  type Factor,
  type FactorKind,
  type ResultRequest,
} from './tracking-contract.js';

/** Where a request comes from. */
export interface Asker {
  /** For the audit: a network, not an address. */
  readonly network: string;
  /** For the budget: one address, or what counts for one. */
  readonly address: string;
  /** It asks so often that nothing is looked up for it before some work is done. */
  readonly isCrowded?: boolean;
}

/** A dossier of which changes are told to somebody, as far as they may see it. */
export interface Watched {
  readonly code: string;
  /** Version that they have. */
  readonly known: string | undefined;
  /** The version of now. */
  readonly version: () => Promise<string>;
}

const HERE: Asker = { network: '', address: '' };

/** Milliseconds after which what counts no more is dropped once more. */
const TIDY_EVERY = 3_600_000;
/** Two numbers may open a dossier; as many are compared where there are fewer, or none. */
const MOST_FACTORS = 2;

/** What opens a dossier later on: hashes of the four digits of each number, and of the secret. */
export async function factorsOf(
  hash: KeyedHash,
  { answers }: Submission,
  form: FormDefinition | undefined,
  secret: string,
): Promise<(readonly [FactorKind, string])[]> {
  const values = form ? last4sOf(form, answers) : [];
  const factors: readonly Factor[] = [
    ...values.map((value) => ({ kind: 'last4', value }) as const),
    { kind: 'secret', value: secret },
  ];
  return Promise.all(factors.map(async (factor) => [factor.kind, await hash(factorText(factor))] as const));
}

/** The last four digits of each number of whoever applies. */
function last4sOf(form: FormDefinition, answers: Answers): readonly string[] {
  const { citizenNumber = '', phone = '' } = applicantOf(form, answers);
  const last4s = [citizenNumber, phone].map((number) => plainDigits(number).slice(-4));
  return [...new Set(last4s)].filter((digits) => digits.length === 4);
}

const factorText = ({ kind, value }: Factor): string =>
  `${kind}\n${kind === 'last4' ? plainDigits(value) : plainSecret(value)}`;

type Move = (
  tables: ReceivingTables,
  code: string,
  name: DossierAct,
  doing: DeskDoing,
) => { readonly ok: boolean };

/** What came of knocking. */
type Knock =
  | { readonly kind: 'answered'; readonly answered: Answered }
  | { readonly kind: 'work'; readonly bits: number };

/**
 * Following a dossier. Whoever knows neither code nor factor learns nothing: not by what is answered, not by its length,
 * and not by how much is worked out before.
 */
export function createTracking(options: ReceivingOptions, move: Move) {
  const { act, clock, hash, randomBytes, fileOf, onChange = () => undefined } = options;
  let tidied = 0;

  /** Lets in whoever knows, within the budgets; what is done inside is one transaction with its row in the audit. */
  async function open(
    name: string,
    { code: typed, factor, work }: ResultRequest,
    asker: Asker,
    notFound: Answered,
    use: (tables: ReceivingTables, dossier: KeptDossier, receipt: Receipt) => Answered,
  ): Promise<Answered> {
    const now = clock().getTime();
    const code = plainCode(typed);
    // As many hashes for a code that there is as for one that there is not.
    const [proof, codeHash, address] = await Promise.all([
      hash(factorText(factor)),
      hash(`code\n${code}`),
      hash(`address\n${asker.address}`),
    ]);
    const budget = `${factor.kind} ${codeHash}`;
    const since = now - LONGEST_WINDOW;
    // Work that was used up before is none.
    const isUsed = (tables: ReceivingTables) => work && tables.spendings(work.challenge, since).length > 0;
    const done = work && !act(isUsed) ? await bitsDone(hash, work, budget, now) : 0;
    const demand = async (bits: number): Promise<Answered> => {
      const salt = hexOf(randomBytes(8));
      const wanted = await demandWork(hash, { subject: budget, bits, now, salt });
      return refuse({ ...problemBody('work-needed'), work: wanted });
    };
    if (asker.isCrowded && done === 0) return demand(FIRST_BITS);

    const knocked = act((tables): Knock => {
      const answer = (answered: Answered, status = answered.status): Knock => {
        tables.audit({ who: asker.network, act: name, subject: codeHash.slice(0, 16), status });
        return { kind: 'answered', answered };
      };
      if (now - tidied > TIDY_EVERY) {
        tables.dropSpendings(now - LONGEST_WINDOW);
        tidied = now;
      }
      const spent = {
        address: tables.spendings(address, now - ADDRESS_WINDOW),
        code: tables.spendings(budget, since),
        value: tables.spendings(proof, since),
      };
      const bits = bitsNeeded(factor.kind, spent, now);
      // Two may have come with the same work at once.
      if (bits > 0 && (done < bits || isUsed(tables))) {
        // Nothing is spent by who was told nothing: a machine that only asks makes nobody's work longer.
        answer(refuseFor('work-needed'));
        return { kind: 'work', bits };
      }
      if (done > 0 && work) tables.spend(work.challenge, { at: now, weight: 1 });

      // Nothing of a dossier is read for who does not know it: a code that there is takes no longer than any other.
      const dossier = opens(proof, tables.factors(code, factor.kind)) ? tables.dossier(code) : undefined;
      const receipt = dossier && tables.submission(dossier.submission)?.receipt;
      if (!dossier || !receipt) {
        tables.spend(address, { at: now, weight: WRONG_WEIGHT });
        tables.spend(budget, { at: now, weight: 1 });
        if (factor.kind === 'last4') tables.spend(proof, { at: now, weight: 1 });
        return answer(notFound, 404);
      }
      tables.spend(address, { at: now, weight: 1 });
      return answer(use(tables, dossier, receipt));
    });
    return knocked.kind === 'answered' ? knocked.answered : demand(knocked.bits);
  }

  /** Changes with everything that is told. */
  const versionOf = async (told: unknown): Promise<string> =>
    (await hash(`version\n${canonicalJson(told)}`)).slice(0, 16);

  return {
    /** Tells where a dossier stands. */
    async track(json: unknown, asker = HERE): Promise<Answered> {
      const request = parseRequest(trackingRequestSchema, json);
      if (!request.ok) return refuse(request.problem);
      const { factor, known } = request.value;
      const view = viewFor(factor);
      const none: Answered = { status: 200, body: { found: false }, padded: true };
      const answered = await open('track', request.value, asker, none, (tables, dossier, receipt) => ({
        status: 200,
        body: view(tables, dossier, receipt, options),
        padded: true,
      }));
      const { body } = answered;
      if (answered.status !== 200 || answered === none) return answered;
      const version = await versionOf(body);
      const told = known === version ? { found: true, unchanged: true } : (body as object);
      return { ...answered, body: { ...told, version, now: clock().toISOString() } };
    },

    /**
     * Lets whoever may look hear of changes as they come; whoever carries the answer tells them.
     * @param hasRoom whether one more can be told; asked before it is written down what was answered
     */
    async changes(
      json: unknown,
      asker = HERE,
      hasRoom: () => boolean = () => true,
    ): Promise<Answered & { readonly watched?: Watched }> {
      const request = parseRequest(trackingRequestSchema, json);
      if (!request.ok) return refuse(request.problem);
      const { factor, known } = request.value;
      let watched: Watched | undefined;
      const answered = await open(
        'track-changes',
        request.value,
        asker,
        NOT_FOUND,
        (_, { code }, receipt) => {
          if (!hasRoom()) return refuseFor('busy');
          // What throws is a rejection: whoever did something is not told that it failed because a listener's look did.
          const version = async () =>
            versionOf(
              act((tables) => {
                const dossier = tables.dossier(code);
                return dossier && viewFor(factor)(tables, dossier, receipt, options);
              }),
            );
          watched = { code, known, version };
          return { status: 200 };
        },
      );
      return { ...answered, ...(watched && { watched }) };
    },

    /** Does what the applicant asks for, once. */
    async actOn(json: unknown, asker = HERE): Promise<Answered> {
      const request = parseRequest(actRequestSchema, json);
      if (!request.ok) return refuse(request.problem);
      const { act: wanted } = request.value;
      const numbers = await numbersAfter(request.value);
      let acted: string | undefined;
      const answered = await open(
        'track-act',
        needsSecret(request.value),
        asker,
        NOT_FOUND,
        (tables, dossier) => {
          acted = dossier.code;
          return perform(tables, dossier, wanted, numbers);
        },
      );
      if (acted !== undefined && answered.status === 201) onChange(acted);
      return answered;
    },

    /** Makes sure that an act is never done; too late once it was. */
    async cancelAct(json: unknown, asker = HERE): Promise<Answered> {
      const request = parseRequest(cancelRequestSchema, json);
      if (!request.ok) return refuse(request.problem);
      const { act: id } = request.value;
      return open('track-cancel', needsSecret(request.value), asker, NOT_FOUND, (tables, { code }) => {
        const known = tables.applicantAct(id);
        if (known && known.dossier !== code) return refuseFor('id-reused');
        if (known?.answer) return refuseFor('already-received');
        if (!known) tables.keepApplicantAct({ id, dossier: code, content: '', answer: undefined });
        return { status: 204 };
      });
    },

    /** Finds the file of the result; whoever carries the answer sends its bytes. */
    async result(json: unknown, asker = HERE): Promise<Answered & { readonly file?: KeptResult }> {
      const request = parseRequest(resultRequestSchema, json);
      if (!request.ok) return refuse(request.problem);
      let file: KeptResult | undefined;
      const answered = await open(
        'track-result',
        needsSecret(request.value),
        asker,
        NOT_FOUND,
        (tables, dossier, receipt) => {
          const delivery = deliveryOf(tables.history(dossier.code), receipt);
          file = resultFor(tables, dossier, delivery) && tables.result(dossier.code);
          return file ? { status: 200 } : NOT_FOUND;
        },
      );
      return { ...answered, ...(file && { file }) };
    },
  };

  /** Four digits of each number as a supplement would leave them; undefined where it says nothing of any. */
  function last4sAfter(
    tables: ReceivingTables,
    { code, submission }: KeptDossier,
    wanted: ApplicantAct,
  ): readonly string[] | undefined {
    const content = tables.submission(submission)?.content;
    if (wanted.kind !== 'supplement' || !wanted.answers || !content) return undefined;
    const { form: used, answers } = JSON.parse(content) as Submission;
    const form = used && options.formOf(used.id);
    const rows = [...tables.history(code), { act: wanted.kind, answers: wanted.answers }];
    return form && last4sOf(form, answersAfter(answers, rows));
  }

  /** The same, hashed before it is done: hashing takes its time, and an act is done in one go. */
  async function numbersAfter({ code: typed, factor, act: wanted }: ActRequest): Promise<NumbersAfter> {
    if (wanted.kind !== 'supplement' || !wanted.answers) return new Map();
    const proof = await hash(factorText({ ...factor, kind: 'secret' }));
    const code = plainCode(typed);
    const values = act((tables) => {
      const dossier = opens(proof, tables.factors(code, 'secret')) ? tables.dossier(code) : undefined;
      return dossier && last4sAfter(tables, dossier, wanted);
    });
    const hashed = async (value: string) =>
      [value, await hash(factorText({ kind: 'last4', value }))] as const;
    return new Map(await Promise.all((values ?? []).map(hashed)));
  }

  /**
   * The act and its answer, kept under its id.
   * @param numbers that open the dossier from now on, where it changes any
   */
  function perform(
    tables: ReceivingTables,
    dossier: KeptDossier,
    wanted: ApplicantAct,
    numbers: NumbersAfter,
  ): Answered {
    const { code } = dossier;
    const content = canonicalJson(wanted);
    const known = tables.applicantAct(wanted.id);
    if (known?.dossier === code && !known.answer) return refuseFor('cancelled');
    if (known)
      return known.dossier === code && (known.content === content || known.content === unmarked(wanted))
        ? { status: 200, body: known.answer, replayed: true }
        : refuseFor('id-reused');
    const history = tables.history(code);
    if (!applicantActs(dossier.standing, history).includes(wanted.kind) || isForAnother(history, wanted))
      return refuseFor('act-not-now');
    const at = clock().toISOString();
    const { id } = wanted;
    const row = { by: 'applicant', actor: '', id, at, state: dossier.standing.state } as const;
    switch (wanted.kind) {
      case 'supplement':
      case 'withdraw': {
        const { kind, note } = wanted;
        const { answers, files } = wanted.kind === 'supplement' ? wanted : {};
        const problem =
          (wanted.kind === 'supplement'
            ? supplementProblemOf(askedLast(history), wanted, dayInVietnam(clock()))
            : undefined) ?? filesProblemOf(files ?? [], fileOf, '/act');
        if (problem) return refuse(problem);
        const last4s = last4sAfter(tables, dossier, wanted);
        // Something else was asked for in between.
        if (last4s?.some((value) => !numbers.has(value))) return refuseFor('busy');
        if (!move(tables, code, kind, { by: 'applicant', actor: '', id, note, answers, files }).ok)
          return refuseFor('act-not-now');
        // Who was written down by mistake learns nothing more, and whose number it is by now does.
        if (last4s) tables.dropFactors(code, 'last4');
        for (const value of last4s ?? []) tables.keepFactor(code, 'last4', numbers.get(value) ?? '');
        break;
      }
      case 'deliver': {
        const problem = deliveryProblemOf(wanted.delivery, dayInVietnam(clock()), '/act');
        if (problem) return refuse(problem);
        tables.addHistory(code, { ...row, act: 'deliver', delivery: wanted.delivery });
        break;
      }
      case 'rate': {
        const { stars, note } = wanted;
        tables.addHistory(code, { ...row, act: 'rate', stars, ...(note && { note }) });
      }
    }
    const standing = tables.dossier(code)?.standing ?? dossier.standing;
    const answer: ActDone = { act: id, kind: wanted.kind, at, standing };
    tables.keepApplicantAct({ id, dossier: code, content, answer });
    return { status: 201, body: answer };
  }
}

const NOT_FOUND = refuseFor('not-found');

/** As it was kept before supplements said which request they answer. */
const unmarked = (wanted: ApplicantAct): string => canonicalJson({ ...wanted, asked: undefined });

/** Hashes of four digits, by these. */
type NumbersAfter = ReadonlyMap<string, string>;

/** As much as a factor opens. */
const viewFor = ({ kind }: Factor) => (kind === 'secret' ? detailsOf : outlineOf);

/** Four digits do nothing here: they are taken for a wrong secret. */
const needsSecret = <Request extends ResultRequest>(request: Request): Request => ({
  ...request,
  factor: { ...request.factor, kind: 'secret' },
});

/** Whether a proof is one of those that are kept; compared with as many where none is kept. */
function opens(proof: string, kept: readonly string[]): boolean {
  const dummies = Array<string>(MOST_FACTORS).fill('0'.repeat(proof.length));
  let isRight = false;
  for (const one of [...kept, ...dummies].slice(0, MOST_FACTORS)) isRight = isSame(proof, one) || isRight;
  return isRight;
}
