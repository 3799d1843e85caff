import type { SentFile } from './submission.js';

/** How a paper stands on its way to the other side. */
export const TRANSFER_STAGES = ['waiting', 'sending', 'broken', 'stored', 'refused'] as const;
export type TransferStage = (typeof TRANSFER_STAGES)[number];

export interface Transfer {
  readonly file: SentFile;
  readonly stage: TransferStage;
  /** Bytes that the other side says it has. */
  readonly sent: number;
  /** Why it broke, or is not taken. */
  readonly code?: string;
}

export type TransferEvent =
  /** The other side has so much; after a break it may be less than was thought. */
  | { readonly type: 'offset'; readonly bytes: number }
  | { readonly type: 'broke'; readonly code: string }
  /** All of it is there. */
  | { readonly type: 'stored' }
  /** It is not taken, ever. */
  | { readonly type: 'refused'; readonly code: string };

export const waitingTransfer = (file: SentFile): Transfer => ({ file, stage: 'waiting', sent: 0 });

/**
 * What becomes of a transfer. Whatever a poor line makes of the order of events, what is stored or refused stays so,
 * and nothing counts as stored that is not there to its last byte.
 */
export function reduceTransfer(transfer: Transfer, event: TransferEvent): Transfer {
  const { file, stage, sent } = transfer;
  if (stage === 'stored' || stage === 'refused') return transfer;
  switch (event.type) {
    case 'offset': {
      const isPossible = Number.isSafeInteger(event.bytes) && event.bytes >= 0 && event.bytes <= file.size;
      return isPossible ? { file, stage: 'sending', sent: event.bytes } : transfer;
    }
    case 'broke':
      return { file, stage: 'broken', sent, code: event.code };
    case 'stored':
      return sent === file.size ? { file, stage: 'stored', sent } : transfer;
    case 'refused':
      return { file, stage: 'refused', sent, code: event.code };
  }
}

/** How much of all of them is there, 0 to 1. */
export function shareOf(transfers: readonly Transfer[]): number {
  const all = transfers.reduce((sum, { file }) => sum + file.size, 0);
  return all === 0 ? 1 : transfers.reduce((sum, { sent }) => sum + sent, 0) / all;
}
