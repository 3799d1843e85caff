import type { Sending } from '../forms/draft.js';
import type { FormState } from '../forms/form-state.js';
import { makeSubmission, type Beside } from '../forms/make-submission.js';
import { contentOf } from '../forms/submission.js';
import type { Network } from '../gateway/fetch-text.js';
import { createFormGateway } from '../gateway/form-gateway.js';
import { newId } from '../shared/new-id.js';
import { sha256 } from '../shared/sha256.js';
import type { Line } from './application-surroundings.js';
import { Sender, type SendState } from './sender.js';

/** What is to be sent, as it is now, under an id that nothing had before. */
export async function newSending(
  app: FormState,
  procedure: string,
  beside: Beside,
  line: Promise<Line>,
): Promise<Sending> {
  const submission = makeSubmission(app, procedure, beside);
  const [{ url: to }, content] = await Promise.all([line, sha256(contentOf(submission))]);
  return { id: newId(), to, submission, content };
}

/** Sends to where it was meant for when the person pressed, whatever address a page names later. */
export function sendBy(
  network: Network,
  sending: Sending,
  isResumed: boolean,
  {
    bytesOf,
    onChange,
  }: {
    readonly bytesOf: (id: string) => Promise<ArrayBuffer | undefined>;
    readonly onChange: (state: SendState) => void;
  },
): Sender {
  return new Sender(
    sending,
    {
      gateway: createFormGateway(sending.to, network),
      upload: async (onTransfers, signal) => {
        const { files } = sending.submission;
        if (files.length === 0) return { kind: 'done' };
        const { uploadAll } = await import('../gateway/upload.js');
        const line = { url: sending.to, network, signal, now: () => performance.now() };
        return uploadAll(files, bytesOf, line, onTransfers);
      },
      onChange,
    },
    isResumed,
  );
}
