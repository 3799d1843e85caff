import type { Stage } from './stages.js';

/** The one thing that the person has to do now. */
export const NEXT_THINGS = [
  /** The office has it; nothing is to be done. */
  'nothing',
  /** Bring or send what the office asks for. */
  'supplement',
  'pay',
  /** What was paid is not confirmed yet. */
  'await-payment',
  /** The result is here to be downloaded. */
  'download',
  'collect',
  /** It comes online, and its file is not there yet. */
  'await-file',
  /** It comes by post. */
  'await-post',
  /** The result is ready, and how it comes is told only to who has the receipt. */
  'see-result',
  'ask-why-late',
  /** It was not taken, or was stopped: mend it and file anew, or ask. */
  'read-reason',
  /** A state that nobody knows the meaning of. */
  'ask-office',
  /** It is over, and all is done. */
  'done',
] as const;
export type NextThing = (typeof NEXT_THINGS)[number];

export interface NextThingFacts {
  readonly stage: Stage | 'unknown';
  /** 1: the receipt's secret is known, so that it can be done here. */
  readonly level: number;
  readonly isLate: boolean;
  readonly delivery?: string | undefined;
  readonly hasResult: boolean;
  /** How a payment stands, where one was opened. */
  readonly payment?: string | undefined;
}

/** What to do now. One thing, however much could be done: what cannot wait goes before what is only useful. */
export function nextThing({ stage, level, isLate, delivery, hasResult, payment }: NextThingFacts): NextThing {
  switch (stage) {
    case 'supplement':
      return 'supplement';
    case 'payment':
      return payment === 'paid' ? 'await-payment' : 'pay';
    case 'ready':
      if (hasResult) return 'download';
      if (level === 0) return 'see-result';
      return delivery === 'post' ? 'await-post' : delivery === 'online' ? 'await-file' : 'collect';
    case 'handed-over':
      return hasResult ? 'download' : 'done';
    case 'refused':
    case 'stopped':
      return 'read-reason';
    case 'withdrawn':
      return 'done';
    case 'unknown':
      return 'ask-office';
    default:
      return isLate ? 'ask-why-late' : 'nothing';
  }
}
