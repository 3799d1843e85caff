import { createHash } from 'node:crypto';
import { builtInCalendar } from '../../../src/dossiers/built-in-calendar.js';
import { isWorkingDay, type WorkCalendar } from '../../../src/dossiers/deadline.js';
import { feeOf } from '../../../src/forms/fees.js';
import type { FormDefinition } from '../../../src/forms/form-definition.js';
import type { Receipt, SentFile, Submission } from '../../../src/forms/submission.js';
import { askableOf } from '../../../src/gateway/askable-of.js';
import { TUS_VERSION } from '../../../src/gateway/upload-rules.js';
import { dayInVietnam } from '../../../src/shared/clock.js';
import { createGateway, type Gateway, type GatewayOptions } from './app.js';
import { inventedAnswers } from '../../../src/forms/invented-answers.js';
import { mayDo, OFFICERS, unitAfter } from './desk/officers.js';
import { readPlace } from './place.js';
import { SAMPLE_DOSSIERS, samplePerson, type SampleDossier, type SampleTime } from './sample-dossiers.js';
import { samplePdf } from './sample-file.js';

/** Asks the gateway itself, below the address that it is served under. */
type Ask = (path: string, request: RequestInit) => Response | Promise<Response>;

/** How far it has come: once begun, it is brought to its end by the next start, and never begun again. */
const FACT = 'seed';
const DAY = 86_400_000;

/**
 * Puts sample dossiers in every state into a gateway that has none, by the acts that anybody's go through, with dates
 * that fit the day. The same day gives the same dossiers.
 * @returns how many; none where the gateway holds dossiers of its own, or was seeded before
 */
export async function seedGateway(options: GatewayOptions): Promise<number> {
  const { clock = () => new Date(), path = '', calendar = builtInCalendar } = options;
  const now = clock();
  let moment = now;
  const gateway = createGateway({
    ...options,
    clock: () => moment,
    perMinute: Number.MAX_SAFE_INTEGER,
    randomBytes: (count) => createHash('sha256').update(moment.toISOString()).digest().subarray(0, count),
  });
  const { database, system } = gateway;
  try {
    const begun = database.fact(FACT);
    if (begun === 'done' || (begun === undefined && database.dossiers().length > 0)) return 0;
    database.keepFact(FACT, 'begun');
    const { papersOf } = readPlace(options.catalog, options.forms);
    const formOf = (id: string) => options.forms.find((form) => form.id === id);
    const ticked = (code: string) => {
      const askable = database.act((tables) => askableOf(tables, code, { formOf, papersOf }));
      const of = (kind: 'field' | 'paper') => askable.filter((part) => part.kind === kind);
      return [...of('field').slice(0, 2), ...of('paper').slice(0, 1)];
    };
    const plans = plan(options);
    for (const [at, { sample, form }] of plans.entries()) {
      moment = timeOf(sample.sent, now, calendar);
      const ask: Ask = (below, request) =>
        gateway.fetch(new Request(`http://seed.invalid${path}${below}`, request));
      const code = await send({ gateway, ask }, at, sample, form);
      const done = database.act((tables) => tables.history(code)).length - 1;
      for (const { act, at: time, by = 'officer', note, ticks } of sample.acts.slice(done)) {
        moment = timeOf(time, now, calendar);
        const actor =
          by === 'officer'
            ? (OFFICERS.find((one) => mayDo(one, act))?.name ?? '')
            : by === 'bank'
              ? 'Ngân hàng mẫu'
              : '';
        const unit = unitAfter(act);
        const moved =
          act === 'pay'
            ? pay(gateway, code)
            : system.move(code, act, { by, actor, note, unit, ...(ticks && { parts: ticked(code) }) }).ok;
        if (!moved) throw new Error(`sample dossier ${String(at)} cannot be moved by ${act}`);
      }
    }
    database.keepFact(FACT, 'done');
    return plans.length;
  } finally {
    gateway.close();
  }
}

/** Which form each dossier is for: one after the other of those that will do for it. */
function plan({
  forms,
  catalog,
}: Pick<GatewayOptions, 'forms' | 'catalog'>): { sample: SampleDossier; form: FormDefinition }[] {
  const { limitOf } = readPlace(catalog, forms);
  const costs = (form: FormDefinition): boolean => {
    const fee = feeOf(form, inventedAnswers(form, samplePerson(0)), true);
    return fee !== undefined && fee.total > 0;
  };
  const isLate = (form: FormDefinition, { sent: [days] }: SampleDossier): boolean | undefined => {
    const limit = limitOf(form.procedures[0] ?? '');
    return limit?.unit === 'working-day' ? limit.days < days : undefined;
  };
  return SAMPLE_DOSSIERS.flatMap((sample, at) => {
    const possible = sample.hasFee ? forms.filter(costs) : forms;
    const wanted =
      sample.isLate === undefined ? [] : possible.filter((form) => isLate(form, sample) === sample.isLate);
    // Without a catalogue nobody knows what is late.
    const choice = wanted.length > 0 ? wanted : possible;
    const form = choice[at % choice.length];
    return form ? [{ sample, form }] : [];
  });
}

/** @returns the code of the dossier */
async function send(
  { gateway: { system }, ask }: { readonly gateway: Gateway; readonly ask: Ask },
  at: number,
  { delivery, helper }: SampleDossier,
  form: FormDefinition,
): Promise<string> {
  const procedure = form.procedures[0] ?? '';
  const file = await upload(ask, idFor('8001', at), `Giay to mau so ${String(at + 1)}`);
  const submission: Submission = {
    contract: 1,
    procedure,
    form: { id: form.id, version: form.version },
    answers: inventedAnswers(form, samplePerson(at)),
    files: [file],
    ...(delivery && { delivery }),
    ...(helper && { helper: { ...helper, procedures: [procedure] } }),
  };
  const { status, body } = await system.put(idFor('8000', at), submission, 'seed');
  if (status >= 400) throw new Error(`sample dossier ${String(at)}: ${JSON.stringify(body)}`);
  return (body as Receipt).dossier;
}

/** As any client does: where it was begun before, it goes on from where it is. */
async function upload(ask: Ask, id: string, words: string): Promise<SentFile> {
  const bytes = samplePdf(words);
  const tus = { 'tus-resumable': TUS_VERSION };
  await ask('/v1/uploads', {
    method: 'POST',
    headers: { ...tus, 'upload-length': String(bytes.length), 'upload-metadata': `id ${btoa(id)}` },
  });
  const { headers } = await ask(`/v1/uploads/${id}`, { method: 'HEAD', headers: tus });
  const offset = Number(headers.get('upload-offset') ?? 0);
  if (offset < bytes.length)
    await ask(`/v1/uploads/${id}`, {
      method: 'PATCH',
      headers: {
        ...tus,
        'upload-offset': String(offset),
        'content-type': 'application/offset+octet-stream',
      },
      body: bytes.slice(offset),
    });
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { id, name: 'giay-to-mau.pdf', size: bytes.length, sha256, paper: 'Giấy tờ mẫu' };
}

function pay({ database, system }: Gateway, code: string): boolean {
  const id = database.submissionOf(code) ?? '';
  const amount = database.act((tables) => tables.payment(id))?.amount ?? 0;
  return system.confirmPayment(id, amount, 'Ngân hàng mẫu').status === 200;
}

/** Ids that nobody’s client makes, the same at every start. */
const idFor = (kind: string, at: number): string =>
  `00000000-0000-4000-${kind}-${String(at + 1).padStart(12, '0')}`;

/** Never later than now: before eight in the morning, today has not begun. */
function timeOf([days, time]: SampleTime, now: Date, calendar: WorkCalendar): Date {
  let day = dayInVietnam(now);
  for (let left = days; left > 0;) {
    day = dayInVietnam(new Date(Date.parse(`${day}T00:00:00+07:00`) - DAY));
    if (isWorkingDay(day, calendar)) left -= 1;
  }
  return new Date(`${day}T${time}:00+07:00`);
}
