import { contentOf, countAnswers, type Receipt, type Submission } from '../forms/submission.js';
import { sha256 } from '../shared/sha256.js';
import {
  CONTRACT_HEADER,
  RECEIVING_PROBLEMS,
  type ProblemBody,
  type ReceivingProblemCode,
} from './contract.js';

/** What the suite needs to know of the system that it tries. */
export interface ContractTarget {
  /** Address up to `/v1`. */
  readonly url: string;
  readonly fetch: typeof fetch;
  /** A submission that the system takes, without files. */
  readonly submission: Submission;
  /** Makes ids; each one is used once. */
  readonly newId: () => string;
}

export interface ContractCase {
  readonly name: string;
  /** @throws {Error} where the system does not keep to the contract */
  run(target: ContractTarget): Promise<void>;
}

interface Answer {
  readonly response: Response;
  readonly json: unknown;
}

function demand(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Error(what);
}

async function ask(
  { url, fetch: ask }: ContractTarget,
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  const response = await ask(`${url}/v1/${path}`, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  demand(response.headers.get(CONTRACT_HEADER) === '1', `${method} ${path}: no ${CONTRACT_HEADER} header`);
  return { response, json: text === '' ? undefined : (JSON.parse(text) as unknown) };
}

function demandProblem({ response, json }: Answer, code: ReceivingProblemCode): void {
  const problem = json as ProblemBody;
  demand(problem.code === code, `the code is ${problem.code}, not ${code}`);
  demand(response.status === RECEIVING_PROBLEMS[code], `${code} comes with ${String(response.status)}`);
  demand(
    (response.headers.get('content-type') ?? '').startsWith('application/problem+json'),
    `${code} is not application/problem+json`,
  );
}

const put = (target: ContractTarget, id: string, submission: unknown = target.submission) =>
  ask(target, 'PUT', `submissions/${id}`, submission, { 'idempotency-key': id });

/** What every receiving system does, whoever built it. */
export const CONTRACT_CASES: readonly ContractCase[] = [
  {
    name: 'a submission is answered by a receipt for exactly what was sent',
    async run(target) {
      const id = target.newId();
      const { response, json } = await put(target, id);
      demand(response.status === 201, `status ${String(response.status)}`);
      const receipt = json as Receipt;
      demand(receipt.submission === id, 'the receipt is for another submission');
      demand(receipt.answers === countAnswers(target.submission.answers), 'answers are missing');
      demand(
        receipt.content === (await sha256(contentOf(target.submission))),
        'the content is not what was sent',
      );
      demand(receipt.dossier !== '' && receipt.secret.length >= 10, 'no code or no secret');
      demand(!Number.isNaN(Date.parse(receipt.receivedAt)), 'no time');
    },
  },
  {
    name: 'the same submission again gives the same receipt, and one dossier',
    async run(target) {
      const id = target.newId();
      const first = await put(target, id);
      const second = await put(target, id);
      demand(second.response.status === 200, `status ${String(second.response.status)}`);
      demand(second.response.headers.get('idempotency-replayed') === 'true', 'not said to be replayed');
      demand(JSON.stringify(first.json) === JSON.stringify(second.json), 'another receipt');
    },
  },
  {
    name: 'ten at once give one dossier',
    async run(target) {
      const id = target.newId();
      const answers = await Promise.all(Array.from({ length: 10 }, () => put(target, id)));
      const codes = answers.map(({ json }) => (json as Partial<Receipt>).dossier).filter(Boolean);
      demand(new Set(codes).size === 1, `dossiers: ${codes.join(', ')}`);
    },
  },
  {
    name: 'members in another order are the same submission',
    async run(target) {
      const id = target.newId();
      await put(target, id);
      const turned = Object.fromEntries(Object.entries(target.submission).reverse());
      demand((await put(target, id, turned)).response.status === 200, 'taken for another one');
    },
  },
  {
    name: 'an id is not used for something else',
    async run(target) {
      const id = target.newId();
      await put(target, id);
      demandProblem(await put(target, id, { ...target.submission, delivery: { way: 'desk' } }), 'id-reused');
    },
  },
  {
    name: 'what was received can be asked for, and what was not is a sure no',
    async run(target) {
      const id = target.newId();
      demandProblem(await ask(target, 'GET', `submissions/${id}`), 'not-found');
      const { json } = await put(target, id);
      const asked = await ask(target, 'GET', `submissions/${id}`);
      demand(asked.response.status === 200, `status ${String(asked.response.status)}`);
      demand(JSON.stringify(asked.json) === JSON.stringify(json), 'another receipt');
    },
  },
  {
    name: 'a cancelled id is never taken, not even by a late copy',
    async run(target) {
      const id = target.newId();
      const cancelled = await ask(target, 'DELETE', `submissions/${id}`);
      demand(cancelled.response.status === 204, `status ${String(cancelled.response.status)}`);
      demandProblem(await put(target, id), 'cancelled');
      demandProblem(await ask(target, 'GET', `submissions/${id}`), 'cancelled');
      demand((await ask(target, 'DELETE', `submissions/${id}`)).response.status === 204, 'cancels once only');
    },
  },
  {
    name: 'what was received cannot be cancelled',
    async run(target) {
      const id = target.newId();
      await put(target, id);
      demandProblem(await ask(target, 'DELETE', `submissions/${id}`), 'already-received');
    },
  },
  {
    name: 'what is not JSON, or not a submission, is refused by its code',
    async run(target) {
      demandProblem(await put(target, target.newId(), '{'), 'invalid-json');
      for (const broken of [null, [], 'x', {}, { ...target.submission, contract: 2 }])
        demandProblem(await put(target, target.newId(), JSON.stringify(broken)), 'invalid-request');
    },
  },
  {
    name: 'members that the contract does not know change nothing',
    async run(target) {
      const id = target.newId();
      const { json } = await put(target, id, { ...target.submission, status: 'done', fee: 0, isPaid: true });
      demand(
        (json as Receipt).content === (await sha256(contentOf(target.submission))),
        'they were taken over',
      );
    },
  },
  {
    name: 'a file that was not uploaded is missed',
    async run(target) {
      const file = { id: target.newId(), name: 'a.pdf', size: 1, sha256: '0'.repeat(64) };
      demandProblem(
        await put(target, target.newId(), { ...target.submission, files: [file] }),
        'file-missing',
      );
    },
  },
  {
    name: 'a form of another version is told, not read as the one in force',
    async run(target) {
      const { form } = target.submission;
      if (!form) return;
      const old = { ...target.submission, form: { ...form, version: 'of another time' } };
      demandProblem(await put(target, target.newId(), old), 'form-changed');
      const other = { ...target.submission, form: { ...form, id: 'not-a-form' } };
      demandProblem(await put(target, target.newId(), other), 'form-unknown');
    },
  },
  {
    name: 'answers that no question asks for are not taken',
    async run(target) {
      if (!target.submission.form) return;
      const answers = { ...target.submission.answers, smuggled: 'x' };
      demandProblem(await put(target, target.newId(), { ...target.submission, answers }), 'answers-differ');
    },
  },
];
