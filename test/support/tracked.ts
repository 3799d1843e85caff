import * as v from 'valibot';
import calendar from '../../src/dossiers/calendar.json' with { type: 'json' };
import type { DossierAct } from '../../src/dossiers/dossier-states.js';
import type { Answers } from '../../src/forms/answers.js';
import { checkAnswers } from '../../src/forms/check-answers.js';
import type { PartName } from '../../src/forms/asked-schema.js';
import { parseForm } from '../../src/forms/parse-form.js';
import { receiptSchema, type Delivery, type Receipt, type SentFile } from '../../src/forms/submission.js';
import type { Network } from '../../src/gateway/fetch-text.js';
import { createMemorySystem, type MemorySystem } from '../../src/gateway/memory-gateway.js';
import type { DeskDoing } from '../../src/gateway/move-dossier.js';
import { uploadAll } from '../../src/gateway/upload.js';
import { dayInVietnam } from '../../src/shared/clock.js';
import { sha256 } from '../../src/shared/sha256.js';
import { FORM, GATEWAY } from './receiving-system.js';

/** A Monday in the middle of a quiet month. */
export const SENT = '2026-11-09T09:00';
/** Four digits of the number of whoever applies. */
export const LAST4 = '0001';
export const PDF = new TextEncoder().encode('%PDF-1.4\nkết quả mẫu\n%%EOF').buffer;

/** Letters of a PDF that are no Latin: UTF-16, told by its first two bytes. */
const pdfText = (text: string): string =>
  [0xfe, 0xff, ...Array.from(text, (sign) => sign.charCodeAt(0)).flatMap((unit) => [unit >> 8, unit & 255])]
    .map((byte) => String.fromCharCode(byte))
    .join('')
    .replace(/[\\()]/gu, '\\$&');
const signature = (members: string): string =>
  `5 0 obj\n<< /Type /Sig ${members} /ByteRange [0 10 20 30] /Contents <${'0a'.repeat(200)}> >>\nendobj\n`;
/** A result with two signatures: one says all of itself, one nothing. Neither is real. */
export const SIGNED_PDF = Uint8Array.from(
  `%PDF-1.7\n${signature(
    `/SubFilter /adbe.pkcs7.detached /Name (${pdfText('UBND Xã Mẫu')}) /M (D:20261111143000+07'00')`,
  )}${signature('')}%%EOF`,
  (letter) => letter.charCodeAt(0),
).buffer;

const at = (local: string) => new Date(`${local}:00+07:00`);

/** A system with one dossier in it, and a desk at which it can be moved. */
export interface TrackedSystem {
  readonly receipt: Receipt;
  readonly network: Network;
  readonly asked: { readonly path: string; readonly body: string; readonly url: string }[];
  /** What happens to a request on its way; a test may put in a broken line. */
  line: (request: Request, go: (request: Request) => Promise<Response>) => Promise<Response>;
  /** Sets the clock, in Việt Nam. */
  now(local: string): void;
  readonly clock: () => Date;
  move(
    local: string,
    act: DossierAct,
    note?: string,
    unit?: string,
    parts?: readonly PartName[],
    more?: Pick<DeskDoing, 'papers' | 'kept' | 'amount'>,
  ): Promise<void>;
  finish(local: string, name?: string, bytes?: ArrayBuffer): Promise<void>;
  /** The applicant hands papers in, on another page. */
  supplement(local: string, papers: readonly string[], answers?: Answers): Promise<void>;
  readonly system: MemorySystem;
}

async function anUpload({ fetch }: MemorySystem, paper: string): Promise<SentFile> {
  const file = {
    id: crypto.randomUUID(),
    name: 'cu.pdf',
    size: PDF.byteLength,
    sha256: await sha256(PDF),
    paper,
  };
  const network = { fetch, timeout: () => new AbortController().signal };
  const line = { url: GATEWAY, network, now: () => performance.now() };
  const uploaded = await uploadAll(
    [file],
    () => Promise.resolve(PDF),
    line,
    () => undefined,
  );
  if (uploaded.kind !== 'done') throw new Error(uploaded.kind);
  return file;
}

/** Files a dossier with a system that lives in this page. */
export async function aTrackedDossier({
  sent = SENT,
  delivery = { way: 'desk' },
  fee = false,
  number = '000190000001',
  tellsChanges = false,
  paper,
  form: given = FORM,
}: {
  readonly sent?: string;
  readonly delivery?: Delivery;
  readonly fee?: boolean;
  readonly number?: string;
  readonly tellsChanges?: boolean;
  /** A paper that comes with it. */
  readonly paper?: string | undefined;
  /** Which form it is filed by, of the same fields. */
  readonly form?: unknown;
} = {}): Promise<TrackedSystem> {
  const { form } = parseForm(given);
  let now = at(sent);
  const clock = () => now;
  const office = { name: 'UBND Xã Mẫu', code: 'H00.00' };
  const system = createMemorySystem({ forms: [form!], clock, calendar, office, tellsChanges });
  const submission = {
    contract: 1,
    procedure: '1.001193',
    form: { id: 'mau', version: '1' },
    answers: checkAnswers(
      form!,
      {
        child: 'Lê Thị Mẫu',
        born: '2026-03-05',
        asker: { name: 'Lê Văn Mẫu', number },
        true: true,
        ...(fee && { copies: [{ count: 1 }] }),
      },
      dayInVietnam(now),
    ).answers,
    files: paper === undefined ? [] : [await anUpload(system, paper)],
    delivery,
  };
  const id = crypto.randomUUID();
  const response = await system.fetch(`${GATEWAY}/v1/submissions/${id}`, {
    method: 'PUT',
    body: JSON.stringify(submission),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  const receipt = v.parse(receiptSchema, JSON.parse(text));
  const tracked: TrackedSystem = {
    receipt,
    system,
    asked: [],
    clock,
    line: (request, go) => go(request),
    network: {
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const { pathname } = new URL(request.url);
        tracked.asked.push({ path: pathname, url: request.url, body: await request.clone().text() });
        return tracked.line(request, (one) => system.fetch(one));
      },
      timeout: () => new AbortController().signal,
    },
    now: (local) => void (now = at(local)),
    async move(local, act, note, unit, parts, more) {
      now = at(local);
      const by = act === 'pay' ? 'bank' : ['supplement', 'withdraw'].includes(act) ? 'applicant' : 'officer';
      const isDone = await system.move(receipt.dossier, act, {
        by,
        actor: 'Cán bộ Mẫu 1',
        note,
        unit,
        parts,
        ...more,
      });
      if (!isDone) throw new Error(`${act} was refused`);
    },
    async supplement(local, papers, answers) {
      now = at(local);
      const files = await Promise.all(papers.map((paper) => anUpload(system, paper)));
      const response = await system.fetch(`${GATEWAY}/v1/tracking/acts`, {
        method: 'POST',
        body: JSON.stringify({
          code: receipt.dossier,
          factor: { kind: 'secret', value: receipt.secret },
          act: { kind: 'supplement', id: crypto.randomUUID(), files, ...(answers && { answers }) },
        }),
      });
      if (!response.ok) throw new Error(await response.text());
    },
    async finish(local, name = 'ket-qua.pdf', bytes = PDF) {
      now = at(local);
      const doing = { by: 'officer', actor: 'Cán bộ Mẫu 1' } as const;
      if (!(await system.move(receipt.dossier, 'finish', doing, { name, bytes })))
        throw new Error('it was not finished');
    },
  };
  return tracked;
}

/** The applicant wants the result online, on another page. */
export async function chooseOnline({ network, receipt }: TrackedSystem): Promise<void> {
  const act = { id: crypto.randomUUID(), kind: 'deliver', delivery: { way: 'online' } };
  const factor = { kind: 'secret', value: receipt.secret };
  const response = await network.fetch(`${GATEWAY}/v1/tracking/acts`, {
    method: 'POST',
    body: JSON.stringify({ code: receipt.dossier, factor, act }),
  });
  if (!response.ok) throw new Error(await response.text());
}

/** From now on the answers of the office about it say something else. */
export function retold(system: TrackedSystem, change: (text: string) => string): void {
  const { line } = system;
  system.line = async (request, go) => {
    const response = await line(request, go);
    if (!request.url.endsWith('/tracking')) return response;
    return new Response(change(await response.text()), { headers: { 'dvc-contract': '1' } });
  };
}

/** From now on the office is a system of before: it knows no act by its id, and not which request a supplement answers. */
export function ofBefore(system: TrackedSystem): void {
  retold(system, (text) =>
    // An id may stand first, in between or last in its row.
    text.replace(',"cancels":true', '').replaceAll(/"id":"[^"]*",|,"id":"[^"]*"/gu, ''),
  );
  const { line } = system;
  system.line = async (request, go) => {
    const { pathname } = new URL(request.url);
    if (pathname.endsWith('/cancel')) return new Response(null, { status: 404 });
    if (!pathname.endsWith('/acts')) return line(request, go);
    const body = (await request.text()).replace(/"asked":"[^"]*",/u, '');
    return line(new Request(request.url, { method: 'POST', body }), go);
  };
}

/** From now on the bank has told of the money, and the office has not gone on; told whole, as what has changed is. */
export function paidFor(system: TrackedSystem): void {
  retold(system, (text) => text.replace('"state":"waiting"', '"state":"paid"'));
  const { line } = system;
  system.line = async (request, go) => {
    if (!request.url.endsWith('/tracking')) return line(request, go);
    const body = (await request.text()).replace(/,"known":"[^"]*"/u, '');
    return line(new Request(request.url, { method: 'POST', body }), go);
  };
}

/** From now on the office gives no date for it. */
export function undated(system: TrackedSystem): Promise<void> {
  retold(system, (text) => {
    const told = JSON.parse(text) as Record<string, unknown>;
    delete told.due;
    return JSON.stringify(told);
  });
  return Promise.resolve();
}
