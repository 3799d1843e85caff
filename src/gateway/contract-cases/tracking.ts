import type { Receipt } from '../../forms/submission.js';
import { sha256 } from '../../shared/sha256.js';
import { CONTRACT_HEADER, EVENT_STREAM, RESULT_HASH_HEADER, type ProblemBody } from '../contract.js';
import { doWork } from '../proof-of-work.js';
import type { Factor, Tracked, TrackedDetails } from '../tracking-contract.js';
import { ask, demand, demandProblem, demandStatus, putNew, type Answer, type ContractCase } from './ask.js';

type Target = Parameters<typeof ask>[0];

const post = (target: Target, path: string, body: unknown): Promise<Answer> =>
  ask(target, 'POST', `/tracking${path}`, {
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

/** Asks for what is no JSON: a file, or a stream. */
const asking = ({ url, fetch: request }: Target, path: string, body: object): Promise<Response> =>
  request(`${url.replace(/\/+$/u, '')}/v1/tracking${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json' },
  });

/** What stands on a stream up to its first event, or that it keeps to itself through three beats. */
async function firstEvent({ body }: Response, between: () => Promise<void> = () => Promise.resolve()) {
  const reader = body?.getReader();
  demand(reader !== undefined, 'there is no stream');
  const decoder = new TextDecoder();
  let text = '';
  try {
    while (!text.includes('data:')) {
      const { done, value } = await reader.read();
      demand(!done, 'the stream ends before it tells anything');
      if (text === '') await between();
      text += decoder.decode(value, { stream: true });
      demand(text.split(/\n\n/u).length < 5, 'a change is not told');
    }
  } finally {
    await reader.cancel();
  }
  return text;
}

const secretOf = ({ secret }: Receipt): Factor => ({ kind: 'secret', value: secret });
const last4 = (value: string): Factor => ({ kind: 'last4', value });

/** The last four digits of the first number that stands in the answers. */
function digitsIn(answers: unknown): string | undefined {
  const [, found] = /"\+?\d{5,11}(\d{4})"/u.exec(JSON.stringify(answers)) ?? [];
  return found;
}

/** Four digits that nobody chose, and not these. */
function otherThan(digits: string, target: Target): string {
  const number = parseInt(target.newId().replaceAll('-', '').slice(0, 8), 16) % 10_000;
  const other = String(number).padStart(4, '0');
  return other === digits ? String((number + 1) % 10_000).padStart(4, '0') : other;
}

async function details(target: Target, receipt: Receipt): Promise<TrackedDetails> {
  const answer = await post(target, '', { code: receipt.dossier, factor: secretOf(receipt) });
  demandStatus(answer, 200);
  const tracked = answer.json as Tracked;
  demand(tracked.found && 'level' in tracked && tracked.level === 1, 'the secret does not open the details');
  return tracked;
}

/** What a system need not offer. */
const MAY_BE = ['/changes', '/cancel'];

export const TRACKING_CASES: readonly ContractCase[] = [
  {
    name: 'a code with four digits tells how far it is, and nothing about whom or what',
    async run(target) {
      const digits = digitsIn(target.submission.answers);
      if (digits === undefined) return 'not-tried';
      const [id, receipt] = await putNew(target);
      const answer = await post(target, '', { code: receipt.dossier, factor: last4(digits) });
      demandStatus(answer, 200);
      const tracked = answer.json as Tracked;
      demand(tracked.found && 'level' in tracked && tracked.level === 0, 'the four digits do not open it');
      demand(tracked.standing.state === 1, 'it is not told as newly sent');
      demand((tracked.acts as readonly unknown[]).length === 0, 'four digits allow acts');
      const told = JSON.stringify(tracked);
      for (const hidden of [id, receipt.procedure, receipt.secret])
        demand(!told.includes(hidden), 'it tells the procedure, the id or the secret');
      for (const name of ['history', 'applicant', 'delivery', 'payment'])
        demand(!(name in tracked), `it tells ${name}`);
      const caching = answer.response.headers.get('cache-control') ?? 'no-store';
      demand(caching.includes('no-store'), 'the answer may be cached');
      return 'kept';
    },
  },
  {
    name: 'the receipt’s secret tells the history and what may be done, and that nothing has changed since',
    async run(target) {
      const [id, receipt] = await putNew(target);
      const tracked = await details(target, receipt);
      demand(tracked.submission === id && tracked.procedure === receipt.procedure, 'another submission');
      demand(tracked.history[0]?.act === 'send', 'the history does not begin with the sending');
      demand(tracked.acts.includes('withdraw') && tracked.acts.includes('deliver'), 'acts are missing');
      const answer = await post(target, '', {
        code: receipt.dossier,
        factor: secretOf(receipt),
        known: tracked.version,
      });
      const told = answer.json as Tracked;
      demand(told.found && 'unchanged' in told && told.version === tracked.version, 'it is told once more');
      demand(!('history' in told), 'the details are told once more');
      // Optional; a clock that goes on is nothing new of a dossier.
      const { now } = told as { readonly now?: string };
      demand(now === undefined || !(Date.parse(now) < Date.parse(tracked.now ?? '')), 'its clock went back');
      return 'kept';
    },
  },
  {
    name: 'a date is told as it is on the receipt: with the days that were counted, or alone',
    async run(target) {
      const [, receipt] = await putNew(target);
      if (!receipt.due) return 'not-tried';
      const { due } = await details(target, receipt);
      demand(due?.on === receipt.due.on, 'it tells another date than the receipt');
      const counted = ['days', 'unit', 'from', 'skipped'].map((name) => [
        name in due,
        name in (receipt.due ?? {}),
      ]);
      demand(new Set(counted.flat()).size === 1, 'it tells some of what was counted, and not the rest');
      return 'kept';
    },
  },
  {
    name: 'a code and a secret are the same however they are written',
    async run(target) {
      const [, receipt] = await putNew(target);
      const { dossier, secret } = receipt;
      const wide = dossier.replace(/\d/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
      const written: readonly [string, string][] = [
        [dossier.toLowerCase(), secret.toLowerCase()],
        [` ${dossier.replaceAll('-', ' – ')} `, `${secret.slice(0, 5)} - ${secret.slice(5)}`],
        [wide, secret.replaceAll('0', 'o').replaceAll('1', 'l')],
      ];
      for (const [code, value] of written) {
        const { json } = await post(target, '', { code, factor: { kind: 'secret', value } });
        demand((json as Tracked).found, `${code} is not found`);
      }
      return 'kept';
    },
  },
  {
    name: 'a code that there is not and a wrong factor are answered alike, to the last byte',
    async run(target) {
      const [, receipt] = await putNew(target);
      const digits = otherThan(digitsIn(target.submission.answers) ?? '', target);
      const unknown = `H99.99-${target.newId().replace(/\D/gu, '').padEnd(10, '0').slice(0, 10)}`;
      const answers = [];
      for (const code of [receipt.dossier, unknown]) {
        const { response, json } = await post(target, '', { code, factor: last4(digits) });
        const headers = [...response.headers].filter(([name]) => name !== 'date').sort();
        answers.push(JSON.stringify([response.status, headers, json]));
        demand(response.status === 200, `the status is ${String(response.status)}, not 200`);
        demand(!(json as Tracked).found, 'it is found');
      }
      demand(answers[0] === answers[1], `they differ: ${answers.join(' and ')}`);
      return 'kept';
    },
  },
  {
    name: 'an act is done once, however often it is sent, and only for who has the receipt',
    async run(target) {
      const [, receipt] = await putNew(target);
      const asked = { code: receipt.dossier, factor: secretOf(receipt) };
      const act = { id: target.newId(), kind: 'deliver', delivery: { way: 'desk' } };
      const digits = last4(digitsIn(target.submission.answers) ?? '0000');
      demandProblem(await post(target, '/acts', { ...asked, factor: digits, act }), 'not-found');
      const first = await post(target, '/acts', { ...asked, act });
      demandStatus(first, 201);
      const again = await post(target, '/acts', { ...asked, act });
      demandStatus(again, 200);
      demand(JSON.stringify(again.json) === JSON.stringify(first.json), 'another answer');
      const other = { ...act, delivery: { way: 'online' } };
      demandProblem(await post(target, '/acts', { ...asked, act: other }), 'id-reused');
      const { delivery, history } = await details(target, receipt);
      demand(delivery === 'desk', `the result comes by ${String(delivery)}`);
      demand(history.filter((row) => row.act === 'deliver').length === 1, 'it was done again');
      return 'kept';
    },
  },
  {
    name: 'where acts can be cancelled, a cancelled one is never done, and one that was done tells its id',
    async run(target) {
      const [, receipt] = await putNew(target);
      if (!(await details(target, receipt)).cancels) return 'not-tried';
      const asked = { code: receipt.dossier, factor: secretOf(receipt) };
      const cancel = (id: string, more: object = {}) =>
        post(target, '/cancel', { ...asked, act: id, ...more });
      const act = { id: target.newId(), kind: 'withdraw' };
      const digits = last4(digitsIn(target.submission.answers) ?? '0000');
      demandProblem(await cancel(act.id, { factor: digits }), 'not-found');
      demandStatus(await cancel(act.id), 204);
      demandStatus(await cancel(act.id), 204);
      demandProblem(await post(target, '/acts', { ...asked, act }), 'cancelled');
      const [, other] = await putNew(target);
      const elsewhere = { code: other.dossier, factor: secretOf(other), act };
      demandProblem(await post(target, '/acts', elsewhere), 'id-reused');
      const done = { id: target.newId(), kind: 'deliver', delivery: { way: 'desk' } };
      demandStatus(await post(target, '/acts', { ...asked, act: done }), 201);
      demandProblem(await cancel(done.id), 'already-received');
      const { history, standing } = await details(target, receipt);
      demand(standing.state === 1, `the state is ${String(standing.state)}, not 1`);
      demand(history.at(-1)?.id === done.id, 'the row of an act does not tell its id');
      return 'kept';
    },
  },
  {
    name: 'another delivery by which nobody could be reached is refused, with the place',
    async run(target) {
      const [, receipt] = await putNew(target);
      const delivery = { way: 'post', name: 'Mẫu', phone: '12', address: 'Mẫu' };
      const act = { id: target.newId(), kind: 'deliver', delivery };
      const answer = await post(target, '/acts', { code: receipt.dossier, factor: secretOf(receipt), act });
      demandProblem(answer, 'answers-invalid');
      const { errors } = answer.json as Partial<ProblemBody>;
      demand(errors?.[0]?.pointer === '/act/delivery/phone', 'not said what is wrong');
      return 'kept';
    },
  },
  {
    name: 'what cannot be done from where it stands is refused, and what was withdrawn stays so',
    async run(target) {
      const [, receipt] = await putNew(target);
      const asked = { code: receipt.dossier, factor: secretOf(receipt) };
      const doing = (act: object) => post(target, '/acts', { ...asked, act: { id: target.newId(), ...act } });
      demandProblem(await doing({ kind: 'supplement', note: 'x' }), 'act-not-now');
      demandProblem(await doing({ kind: 'rate', stars: 5 }), 'act-not-now');
      demandStatus(await doing({ kind: 'withdraw', note: 'x' }), 201);
      const { standing, acts } = await details(target, receipt);
      demand(standing.state === 7, `the state is ${String(standing.state)}, not 7`);
      demand(acts.join() === 'rate', `acts after the end: ${acts.join(', ')}`);
      demandProblem(await doing({ kind: 'withdraw' }), 'act-not-now');
      demandStatus(await doing({ kind: 'rate', stars: 4 }), 201);
      demandProblem(await doing({ kind: 'rate', stars: 5 }), 'act-not-now');
      return 'kept';
    },
  },
  {
    name: 'no result is given out before there is one',
    async run(target) {
      const [, receipt] = await putNew(target);
      const asked = { code: receipt.dossier, factor: secretOf(receipt) };
      demandProblem(await post(target, '/result', asked), 'not-found');
      return 'kept';
    },
  },
  {
    name: 'a result is given out byte for byte, with its hash, to who has the receipt and to nobody else',
    async run(target) {
      const { finished } = target;
      if (!finished) return 'not-tried';
      const asked = { code: finished.code, factor: { kind: 'secret', value: finished.secret } };
      const told = (await post(target, '', asked)).json as Tracked;
      demand(told.found && 'level' in told && told.level === 1, 'the secret does not open it');
      demand(told.result !== undefined, 'no result is told');
      const response = await asking(target, '/result', asked);
      demand(response.status === 200, `the status is ${String(response.status)}, not 200`);
      demand(response.headers.get(CONTRACT_HEADER) === '1', `it comes without ${CONTRACT_HEADER}: 1`);
      const bytes = await response.arrayBuffer();
      const hash = await sha256(bytes);
      demand(bytes.byteLength === told.result.size, `it has ${String(bytes.byteLength)} bytes`);
      demand(hash === told.result.sha256, 'it has another hash than was told');
      demand(response.headers.get(RESULT_HASH_HEADER) === hash, `${RESULT_HASH_HEADER} is another hash`);
      for (const value of [target.newId(), finished.secret.slice(0, 4)])
        demandProblem(
          await post(target, '/result', { ...asked, factor: { kind: 'secret', value } }),
          'not-found',
        );
      return 'kept';
    },
  },
  {
    name: 'where changes are told as they come, who knows the dossier hears that there is one, and not what',
    async run(target) {
      const [, receipt] = await putNew(target);
      const asked = { code: receipt.dossier, factor: secretOf(receipt) };
      const { changes, version } = await details(target, receipt);
      if (!changes) return 'not-tried';
      for (const wrong of [
        { ...asked, factor: { kind: 'secret', value: target.newId() } },
        { ...asked, code: 'H99.99-000000-0000' },
      ])
        demandProblem(await post(target, '/changes', wrong), 'not-found');
      const act = { id: target.newId(), kind: 'deliver', delivery: { way: 'online' } };
      const opened = await asking(target, '/changes', { ...asked, known: version });
      demand(opened.status === 200, `the status is ${String(opened.status)}, not 200`);
      demand(opened.headers.get(CONTRACT_HEADER) === '1', `it comes without ${CONTRACT_HEADER}: 1`);
      const type = opened.headers.get('content-type') ?? '';
      demand(type.startsWith(EVENT_STREAM), `it comes as ${type}`);
      const told = await firstEvent(opened, async () => {
        demandStatus(await post(target, '/acts', { ...asked, act }), 201);
      });
      demand(
        /^(?::\n\n)*data: changed\n\n$/u.test(told),
        `it tells more than that there is a change: ${told}`,
      );
      // Whoever has an older version is told at once: it may have changed before they listened.
      await firstEvent(await asking(target, '/changes', { ...asked, known: version }));
      return 'kept';
    },
  },
  {
    name: 'who was wrong too often does some work first, and who has the receipt is let in as before',
    async run(target) {
      const digits = digitsIn(target.submission.answers);
      if (digits === undefined) return 'not-tried';
      const [, receipt] = await putNew(target);
      const code = receipt.dossier;
      for (let one = 0; one < 5; one += 1)
        demandStatus(await post(target, '', { code, factor: last4(otherThan(digits, target)) }), 200);
      const right = { code, factor: last4(digits) };
      const refused = await post(target, '', right);
      demandProblem(refused, 'work-needed');
      const { work: wanted } = refused.json as ProblemBody;
      demand(wanted !== undefined && wanted.bits > 0, 'it does not say which work');
      demandProblem(
        await post(target, '', { ...right, work: { challenge: wanted.challenge, nonce: '' } }),
        'work-needed',
      );
      const work = await doWork(wanted);
      const { json } = await post(target, '', { ...right, work });
      demand((json as Tracked).found, 'the work does not let in who knows');
      demandProblem(await post(target, '', { ...right, work }), 'work-needed');
      await details(target, receipt);
      return 'kept';
    },
  },
  {
    name: 'what is no question about a dossier is refused',
    async run(target) {
      for (const path of ['', '/acts', '/result', ...MAY_BE]) {
        // What the system need not offer is else an address like any that is not there.
        if (MAY_BE.includes(path) && (await post(target, path, {})).response.status === 404) continue;
        demandProblem(await post(target, path, '{'), 'invalid-json');
        demandProblem(await post(target, path, {}), 'invalid-request');
        demandProblem(await ask(target, 'GET', `/tracking${path}`), 'method-unknown');
      }
      return 'kept';
    },
  },
];
