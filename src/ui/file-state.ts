import type { Problem } from '../shared/result.js';

/** Why a copy stands in: no network, an answer that is slow to come, a fault of the site. */
export type StandInReason = 'offline' | 'slow' | 'site';

/** The last good copy of a file, shown in place of the network's answer. */
export interface FileCopy {
  readonly savedOn: Date;
  readonly why: StandInReason;
}

/** A file of data on its way, in use, or refused. */
export type FileState<Value> =
  | { readonly status: 'loading' }
  | {
      readonly status: 'ready';
      readonly value: Value;
      /** Nothing is missing at its end. */
      readonly isWhole: boolean;
      readonly copy?: FileCopy | undefined;
    }
  | { readonly status: 'refused'; readonly problem: Problem; readonly retry: () => void };

/** A file's text read into a value; throws where the file as a whole is of no use. */
export type Read<Value> = (
  chunks: AsyncIterable<string> | Iterable<string>,
) => Promise<{ readonly value: Value; readonly isWhole: boolean }>;
