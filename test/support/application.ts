import { APPLICANT_FORM } from '../../src/forms/applicant-form.js';
import { inventedAnswers } from '../../src/forms/invented-answers.js';
import type { Draft, Sending } from '../../src/forms/draft.js';
import {
  contentOf,
  countAnswers,
  type Receipt,
  type SentFile,
  type Submission,
} from '../../src/forms/submission.js';
import { sha256 } from '../../src/shared/sha256.js';

/** A draft of somebody invented. */
export function aDraft(overrides: Partial<Draft> = {}): Draft {
  return {
    schema: 1,
    procedure: '1.001193',
    answers: { who: { name: 'Lê Văn Mẫu', birth: '2001' }, copies: 2 },
    at: 'fill:one',
    done: ['prepare'],
    files: [],
    savedAt: Date.parse('2026-11-23T02:00:00Z'),
    ...overrides,
  };
}

export function aSubmission(overrides: Partial<Submission> = {}): Submission {
  return {
    contract: 1,
    procedure: '1.001193',
    answers: { who: { name: 'Lê Văn Mẫu', birth: '2001' }, copies: 2 },
    files: [],
    ...overrides,
  };
}

/** What is sent where a procedure has no form of its own. */
export const OF_APPLICANT: Pick<Submission, 'form' | 'answers'> = {
  form: { id: APPLICANT_FORM.id, version: APPLICANT_FORM.version },
  answers: inventedAnswers(APPLICANT_FORM),
};

/** A submission with an id; `content` is only right after `hashed`. */
export function aSending(overrides: Partial<Sending> = {}): Sending {
  return {
    id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    to: 'https://xa.example/gateway',
    submission: aSubmission(),
    content: '0'.repeat(64),
    ...overrides,
  };
}

/** A submission with its own id and the right hash. */
export async function hashed(submission: Submission = aSubmission()): Promise<Sending> {
  const content = await sha256(contentOf(submission));
  return aSending({ id: crypto.randomUUID(), submission, content });
}

export function aReceipt(overrides: Partial<Receipt> = {}): Receipt {
  return {
    contract: 1,
    submission: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    dossier: 'H00.00-261123-0001',
    receivedAt: '2026-11-23T02:00:00.000Z',
    office: 'Xã Mẫu',
    procedure: '1.001193',
    answers: 3,
    content: '0'.repeat(64),
    files: [],
    secret: 'ABCDEFGHJK',
    sample: true,
    ...overrides,
  };
}

/** The receipt of a system that has stored all of it. */
export const receiptOf = ({ id, content, submission }: Sending): Receipt =>
  aReceipt({
    submission: id,
    content,
    procedure: submission.procedure,
    answers: countAnswers(submission.answers),
    files: submission.files,
  });

/** Bytes of a paper; they begin as those of a PDF do, because a receiving system looks. */
export function aPaper(size: number): ArrayBuffer {
  const bytes = new Uint8Array(size);
  // Not more at a time, by the standard.
  for (let at = 0; at < size; at += 65_536) crypto.getRandomValues(bytes.subarray(at, at + 65_536));
  bytes.set(new TextEncoder().encode('%PDF-').subarray(0, size));
  return bytes.buffer;
}

/** A file with these bytes, as it is sent. */
export async function aFile(bytes: ArrayBuffer, id: string = crypto.randomUUID()): Promise<SentFile> {
  return { id, name: 'giấy.pdf', size: bytes.byteLength, sha256: await sha256(bytes) };
}
