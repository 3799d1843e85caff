import type { Answers } from '../forms/answers.js';
import { checkAsked, papersOf } from '../forms/asked-parts.js';
import type { AskedPart } from '../forms/asked-schema.js';
import { canonicalJson, type SentFile } from '../forms/submission.js';
import type { IsoDate } from '../shared/clock.js';
import { problemBody, type PointedError, type ProblemBody } from './contract.js';
import type { ApplicantAct } from './tracking-contract.js';
import type { HistoryRow } from './receiving-tables.js';
import { paperTold, supplementAskedAt } from './tracked-view.js';

/** What an applicant hands in later. */
export interface Supplement {
  readonly note?: string | undefined;
  readonly answers?: Answers | undefined;
  readonly files?: readonly SentFile[] | undefined;
}

/** Answers what was asked for before something else was: it says nothing to what is asked for now. */
export const isForAnother = (history: readonly HistoryRow[], act: ApplicantAct): boolean =>
  act.kind === 'supplement' &&
  act.asked !== undefined &&
  Date.parse(act.asked) !== Date.parse(supplementAskedAt(history) ?? '');

const ANSWERS = '/act/answers/';
const FILES = '/act/files';

/**
 * Whether it is what the office asked for: just these fields, by the rules of the form, and just these papers. Where the
 * office ticked nothing, anything that says something will do.
 */
export function supplementProblemOf(
  asked: readonly AskedPart[],
  { note, answers = {}, files = [] }: Supplement,
  today: IsoDate,
): ProblemBody | undefined {
  const strangers = strangersIn(asked, answers, files);
  if (strangers.length > 0) return problemBody('not-asked', strangers);
  if (asked.length === 0) return note || files.length > 0 ? undefined : problemBody('invalid-request');
  const checked = checkAsked(asked, answers, today);
  const wrong = checked.errors.map(({ path, code }) => ({ pointer: ANSWERS + path, code }));
  const missing = papersOf(asked)
    .map(({ name }) => paperTold(name))
    .filter((name) => !files.some((file) => isFor(file, name)))
    .map((paper): PointedError => ({ pointer: FILES, code: 'file-missing', paper }));
  if (missing.length > 0 || wrong.some(({ code }) => code === 'required'))
    return problemBody('parts-missing', [...wrong, ...missing]);
  if (wrong.length > 0) return problemBody('answers-invalid', wrong);
  return canonicalJson(checked.answers) === canonicalJson(answers)
    ? undefined
    : problemBody('answers-differ');
}

const isFor = ({ paper }: SentFile, name: string): boolean =>
  paper !== undefined && paperTold(paper) === name;

/** What came and was not asked for; papers are free where nothing was ticked. */
function strangersIn(
  asked: readonly AskedPart[],
  answers: Answers,
  files: readonly SentFile[],
): PointedError[] {
  const fields = asked.filter(({ kind }) => kind === 'field').map(({ name }) => name);
  const papers = papersOf(asked).map(({ name }) => paperTold(name));
  return [
    ...Object.keys(answers)
      .filter((name) => !fields.includes(name))
      .map((name) => ({ pointer: ANSWERS + name, code: 'not-asked' as const })),
    ...[...files.entries()]
      .filter(([, file]) => asked.length > 0 && !papers.some((name) => isFor(file, name)))
      .map(([at]) => ({ pointer: `${FILES}/${String(at)}`, code: 'not-asked' as const })),
  ];
}
