import type { Problem, Result } from '../shared/result.js';

/*
 * What can become of a dossier, as data: one table that the gateway acts by, the desk offers buttons from and a tracker
 * reads. Names and numbers are those of the national list (“TrangThaiHoSo”, given out by Cổng Dịch vụ công quốc gia
 * for the exchange of dossiers), as systems that are connected to it carry them. Which clock a state stops is from the
 * scoring guide to Quyết định 766/QĐ-TTg (states 5, 6 and 8 are “tạm dừng”; 3, 7, 8, 9 and 10 end a dossier).
 */

/** How the office's time stands: it begins with the reception, not with the sending. */
export type DossierClock = 'not-started' | 'runs' | 'paused' | 'ended';

/** Names as published; in no other language is there an official one. */
export const DOSSIER_STATES = {
  1: { name: 'Mới đăng ký', clock: 'not-started' },
  2: { name: 'Được tiếp nhận', clock: 'runs' },
  3: { name: 'Không được tiếp nhận', clock: 'ended' },
  4: { name: 'Đang xử lý', clock: 'runs' },
  5: { name: 'Yêu cầu bổ sung giấy tờ', clock: 'paused' },
  6: { name: 'Yêu cầu thực hiện nghĩa vụ tài chính', clock: 'paused' },
  7: { name: 'Công dân yêu cầu rút hồ sơ', clock: 'ended' },
  /** A pause, or the end: `Standing.isFinal` tells which. */
  8: { name: 'Dừng xử lý', clock: 'paused' },
  /** The result is there, and not yet in the person's hand. */
  9: { name: 'Đã xử lý xong', clock: 'ended' },
  10: { name: 'Đã trả kết quả', clock: 'ended' },
} as const satisfies Readonly<Record<number, { readonly name: string; readonly clock: DossierClock }>>;
export type DossierState = keyof typeof DOSSIER_STATES;

/** Who acts: the person (or whoever holds the receipt), an officer, or the bank that tells of a payment. */
export const ACTOR_KINDS = ['applicant', 'officer', 'bank'] as const;
export type ActorKind = (typeof ACTOR_KINDS)[number];

interface ActRule {
  readonly by: ActorKind;
  readonly from: readonly DossierState[];
  /** `back`: to where it was before it had to wait. */
  readonly to: DossierState | 'back';
  /** It must be said why. */
  readonly needsNote?: boolean;
  /** Nothing follows, though the state alone does not say so. */
  readonly isFinal?: boolean;
  /**
   * `published`: the note that stands beside the state in the exchange format says so. `reading`: no published text
   * gives a table of transitions, and this is how we read the others.
   */
  readonly basis: 'published' | 'reading';
}

/** What may be done with a dossier, from where, and where it leads. */
export const DOSSIER_ACTS = {
  /** “Bộ phận một cửa tiếp nhận để thụ lý.” */
  receive: { by: 'officer', from: [1], to: 2, basis: 'published' },
  /** “Bộ phận một cửa từ chối.” */
  'refuse-reception': { by: 'officer', from: [1], to: 3, needsNote: true, basis: 'published' },
  /** “Chuyển phòng ban chuyên môn thẩm định.” */
  process: { by: 'officer', from: [2], to: 4, basis: 'published' },
  /** From one unit or officer to the next; the state stays. */
  forward: { by: 'officer', from: [4], to: 4, basis: 'reading' },
  /** “Cán bộ yêu cầu bổ sung thông tin”, at reception or later. */
  'ask-supplement': { by: 'officer', from: [1, 2, 4], to: 5, needsNote: true, basis: 'published' },
  supplement: { by: 'applicant', from: [5], to: 'back', basis: 'reading' },
  /** What was asked for is brought on paper, and somebody takes it in. */
  'take-supplement': { by: 'officer', from: [5], to: 'back', basis: 'reading' },
  /** “Thuế, phí, lệ phí”: due with the reception, on the way or before the result. */
  'ask-payment': { by: 'officer', from: [1, 2, 4], to: 6, basis: 'published' },
  pay: { by: 'bank', from: [6], to: 'back', basis: 'reading' },
  /** It is paid at the counter. */
  'take-payment': { by: 'officer', from: [6], to: 'back', basis: 'reading' },
  pause: { by: 'officer', from: [2, 4], to: 8, needsNote: true, basis: 'reading' },
  resume: { by: 'officer', from: [8], to: 'back', basis: 'reading' },
  /** “Công dân/Doanh nghiệp yêu cầu rút/hủy.” A result that is there is not withdrawn from any more. */
  withdraw: { by: 'applicant', from: [1, 2, 4, 5, 6, 8], to: 7, basis: 'published' },
  /** “Cán bộ dừng xử lý do không đủ điều kiện.” */
  stop: { by: 'officer', from: [2, 4, 5, 6, 8], to: 8, needsNote: true, isFinal: true, basis: 'published' },
  /** “Chuyển trả kết quả cho bộ phận một cửa.” */
  finish: { by: 'officer', from: [4], to: 9, basis: 'published' },
  /** The result is wrong, or another's: it is withheld, and made anew. */
  'take-back': { by: 'officer', from: [9], to: 4, needsNote: true, basis: 'reading' },
  /** “Trả kết quả cho công dân/doanh nghiệp.” */
  'hand-over': { by: 'officer', from: [9], to: 10, basis: 'published' },
} as const satisfies Readonly<Record<string, ActRule>>;
export type DossierAct = keyof typeof DOSSIER_ACTS;

/** Where a dossier stands: its state, and what the state alone does not tell. */
export interface Standing {
  readonly state: DossierState;
  /** Where it goes on once what it waits for has come. */
  readonly resumesIn?: DossierState;
  readonly isFinal?: boolean;
}

/** As every dossier begins: sent, and received by nobody yet. */
export const NEWLY_SENT: Standing = { state: 1 };

/** Why an act is refused, as codes. */
export const ACT_PROBLEMS = [
  'act-unknown',
  /** It is another's to do. */
  'act-not-yours',
  /** Nothing can be done with it any more. */
  'dossier-ended',
  /** Not from where it stands. */
  'act-not-now',
  'note-missing',
] as const;
export type ActProblemCode = (typeof ACT_PROBLEMS)[number];

/** Who does it, and why. */
export interface Doing {
  readonly by: ActorKind;
  readonly note?: string | undefined;
}

/** What an act makes of a dossier, or why it cannot be. */
export function applyAct(
  standing: Standing,
  act: string,
  { by, note }: Doing,
): Result<Standing, Problem<ActProblemCode>> {
  const refuse = (code: ActProblemCode) => ({ ok: false, problem: { code } }) as const;
  if (!isDossierAct(act)) return refuse('act-unknown');
  const rule: ActRule = DOSSIER_ACTS[act];
  if (rule.by !== by) return refuse('act-not-yours');
  // A result that waits at the desk has ended the office's time, and is still to be handed over.
  if (!standsAt(rule, standing)) return refuse(hasEnded(standing) ? 'dossier-ended' : 'act-not-now');
  if (rule.needsNote && !note?.trim()) return refuse('note-missing');
  const { to, isFinal } = rule;
  const state = to === 'back' ? standing.resumesIn : to;
  if (state === undefined) return refuse('act-not-now');
  if (isFinal) return { ok: true, value: { state, isFinal } };
  const waits = DOSSIER_STATES[state].clock === 'paused';
  return { ok: true, value: waits ? { state, resumesIn: standing.state } : { state } };
}

/** What can be done from here by somebody: the buttons of a desk or of a tracker. */
export function actsFrom(standing: Standing, by: ActorKind): DossierAct[] {
  const acts = Object.keys(DOSSIER_ACTS) as DossierAct[];
  return acts.filter((act) => DOSSIER_ACTS[act].by === by && standsAt(DOSSIER_ACTS[act], standing));
}

/** How the office's time stands. What is asked for before the reception stops nothing, because nothing has begun. */
export function clockOf({ state, resumesIn, isFinal }: Standing): DossierClock {
  if (isFinal) return 'ended';
  const { clock } = DOSSIER_STATES[state];
  return clock === 'paused' && resumesIn === 1 ? 'not-started' : clock;
}

/** Whether nothing more can be done with it; of a state of another list only `isFinal` tells. */
export const hasEnded = ({
  state,
  isFinal,
}: {
  readonly state: number | string;
  readonly isFinal?: boolean | undefined;
}): boolean => isFinal === true || state === 3 || state === 7 || state === 10;

export const isDossierAct = (act: string): act is DossierAct => Object.hasOwn(DOSSIER_ACTS, act);

const standsAt = (rule: ActRule, { state, isFinal }: Standing): boolean =>
  !isFinal && rule.from.includes(state);
