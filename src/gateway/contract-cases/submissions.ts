import { contentOf, countAnswers, type Receipt } from '../../forms/submission.js';
import { isApplicantForm } from '../../forms/applicant-form-id.js';
import { sha256 } from '../../shared/sha256.js';
import type { ProblemBody } from '../contract.js';
import { ask, demand, demandProblem, demandStatus, put, putNew, type ContractCase } from './ask.js';

const get = (target: Parameters<typeof ask>[0], id: string) => ask(target, 'GET', `/submissions/${id}`);
const remove = (target: Parameters<typeof ask>[0], id: string) => ask(target, 'DELETE', `/submissions/${id}`);

export const SUBMISSION_CASES: readonly ContractCase[] = [
  {
    name: 'a submission is answered by a receipt for exactly what was sent',
    async run(target) {
      const [id, receipt] = await putNew(target);
      const { submission } = target;
      demand(receipt.submission === id, 'the receipt is for another submission');
      demand(receipt.procedure === submission.procedure, 'the receipt is for another procedure');
      demand(receipt.answers === countAnswers(submission.answers), 'answers are missing');
      demand(receipt.content === (await sha256(contentOf(submission))), 'the content is not what was sent');
      demand(receipt.dossier !== '' && receipt.secret.length >= 10, 'no code or no secret');
      demand(!Number.isNaN(Date.parse(receipt.receivedAt)), 'no time');
      return 'kept';
    },
  },
  {
    name: 'the same submission again gives the same receipt, and one dossier',
    async run(target) {
      const [id, receipt] = await putNew(target);
      const second = await put(target, id);
      demandStatus(second, 200);
      demand(second.response.headers.get('idempotency-replayed') === 'true', 'not said to be replayed');
      demand(JSON.stringify(second.json) === JSON.stringify(receipt), 'another receipt');
      return 'kept';
    },
  },
  {
    name: 'ten at once give one dossier',
    async run(target) {
      const id = target.newId();
      const answers = await Promise.all([...Array(10).keys()].map(() => put(target, id)));
      const codes = answers.map(({ json }) => (json as Partial<Receipt>).dossier).filter(Boolean);
      demand(new Set(codes).size === 1, `dossiers: ${codes.join(', ')}`);
      return 'kept';
    },
  },
  {
    name: 'members in another order are the same submission',
    async run(target) {
      const [id] = await putNew(target);
      const turned = Object.fromEntries(Object.entries(target.submission).reverse());
      demandStatus(await put(target, id, turned), 200);
      return 'kept';
    },
  },
  {
    name: 'an id is not used for something else',
    async run(target) {
      const [id] = await putNew(target);
      const { delivery } = target.submission;
      const other = { ...target.submission, delivery: { way: delivery?.way === 'desk' ? 'online' : 'desk' } };
      demandProblem(await put(target, id, other), 'id-reused');
      return 'kept';
    },
  },
  {
    name: 'a delivery by which nobody could be reached is refused, with the place',
    async run(target) {
      const delivery = { way: 'post', name: 'Mẫu', phone: '12', address: 'Mẫu' };
      const answer = await put(target, target.newId(), { ...target.submission, delivery });
      demandProblem(answer, 'answers-invalid');
      const { errors } = answer.json as Partial<ProblemBody>;
      demand(errors?.[0]?.pointer === '/delivery/phone', 'not said what is wrong');
      return 'kept';
    },
  },
  {
    name: 'what was received can be asked for, and what was not is a sure no',
    async run(target) {
      demandProblem(await get(target, target.newId()), 'not-found');
      const [id, receipt] = await putNew(target);
      const asked = await get(target, id);
      demandStatus(asked, 200);
      demand(JSON.stringify(asked.json) === JSON.stringify(receipt), 'another receipt');
      return 'kept';
    },
  },
  {
    name: 'a cancelled id is never taken, not even by a late copy',
    async run(target) {
      const id = target.newId();
      demandStatus(await remove(target, id), 204);
      demandProblem(await put(target, id), 'cancelled');
      demandProblem(await get(target, id), 'cancelled');
      demandStatus(await remove(target, id), 204);
      return 'kept';
    },
  },
  {
    name: 'what was received cannot be cancelled',
    async run(target) {
      const [id] = await putNew(target);
      demandProblem(await remove(target, id), 'already-received');
      demandStatus(await get(target, id), 200);
      return 'kept';
    },
  },
  {
    name: 'what is not JSON, or not a submission, is refused by its code',
    async run(target) {
      demandProblem(await put(target, target.newId(), '{'), 'invalid-json');
      for (const broken of [null, [], 'x', {}, { ...target.submission, contract: 2 }])
        demandProblem(await put(target, target.newId(), JSON.stringify(broken)), 'invalid-request');
      return 'kept';
    },
  },
  {
    name: 'brackets without end are refused for good, not tried to the end',
    async run(target) {
      const text = JSON.stringify({ ...target.submission, answers: { request: 'deep' } });
      const deep = text.replace('"deep"', '['.repeat(20_000) + ']'.repeat(20_000));
      demandProblem(await put(target, target.newId(), deep), 'invalid-request');
      // Also where it is compared with what is kept under its id.
      const [id] = await putNew(target);
      demandProblem(await put(target, id, deep), 'invalid-request');
      return 'kept';
    },
  },
  {
    name: 'a helper may only help with what the person agreed to',
    async run(target) {
      const { submission } = target;
      const helper = { name: 'Phạm Văn Giúp', role: 'Công chức', consent: true as const };
      const id = target.newId();
      const other = { ...submission, helper: { ...helper, procedures: [`${submission.procedure}.other`] } };
      demandProblem(await put(target, id, other), 'invalid-request');
      demandProblem(await get(target, id), 'not-found');
      await putNew(target, { ...submission, helper: { ...helper, procedures: [submission.procedure] } });
      return 'kept';
    },
  },
  {
    name: 'what was refused is not kept',
    async run(target) {
      const id = target.newId();
      demandProblem(await put(target, id, {}), 'invalid-request');
      demandProblem(await get(target, id), 'not-found');
      demandStatus(await put(target, id), 201);
      return 'kept';
    },
  },
  {
    name: 'members that the contract does not know change nothing',
    async run(target) {
      const id = target.newId();
      const { json } = await put(target, id, { ...target.submission, status: 'done', fee: 0, isPaid: true });
      const content = await sha256(contentOf(target.submission));
      demand((json as Receipt).content === content, 'they were taken over');
      return 'kept';
    },
  },
  {
    name: 'a file that was not uploaded is missed',
    async run(target) {
      const file = { id: target.newId(), name: 'a.pdf', size: 1, sha256: '0'.repeat(64) };
      const answer = await put(target, target.newId(), { ...target.submission, files: [file] });
      demandProblem(answer, 'file-missing');
      return 'kept';
    },
  },
  {
    name: 'a paper that an answer names and that did not come is missed',
    async run(target) {
      const id = target.newId();
      const answers = { ...target.submission.answers, papers: [target.newId()] };
      const answer = await put(target, id, { ...target.submission, answers });
      // Whether such a question is there is a matter of the form; what did not come is taken by neither.
      demandStatus(answer, 422);
      const { code } = answer.json as Partial<ProblemBody>;
      demand(
        code === 'file-missing' || code === 'answers-differ' || code === 'answers-invalid',
        `the code is ${String(code)}`,
      );
      demandProblem(await get(target, id), 'not-found');
      return 'kept';
    },
  },
  {
    name: 'a form of another version is told, not read as the one in force',
    async run(target) {
      const { form } = target.submission;
      if (!form) return 'not-tried';
      const old = { ...target.submission, form: { ...form, version: 'of another time' } };
      demandProblem(await put(target, target.newId(), old), 'form-changed');
      const other = { ...target.submission, form: { ...form, id: 'not-a-form' } };
      demandProblem(await put(target, target.newId(), other), 'form-unknown');
      return 'kept';
    },
  },
  {
    name: 'answers that no question asks for are not taken',
    async run(target) {
      if (!target.submission.form) return 'not-tried';
      const answers = { ...target.submission.answers, smuggled: 'x' };
      demandProblem(await put(target, target.newId(), { ...target.submission, answers }), 'answers-differ');
      return 'kept';
    },
  },
  {
    name: 'a form is not left out to leave out its questions and its fee',
    async run(target) {
      const { form, ...formless } = target.submission;
      if (!form) return 'not-tried';
      const id = target.newId();
      const code = isApplicantForm(form) ? 'applicant-missing' : 'form-unknown';
      demandProblem(await put(target, id, formless), code);
      demandProblem(await get(target, id), 'not-found');
      return 'kept';
    },
  },
  {
    name: 'where a procedure has no form of its own, who applies is asked all the same',
    async run(target) {
      const { general } = target;
      if (!general?.form) return 'not-tried';
      const { form, ...formless } = general;
      await putNew(target, general);
      const id = target.newId();
      for (const answers of [{}, general.answers])
        demandProblem(await put(target, id, { ...formless, answers }), 'applicant-missing');
      demandProblem(await put(target, id, { ...formless, form, answers: {} }), 'answers-invalid');
      demandProblem(await get(target, id), 'not-found');
      const { submission } = target;
      // It takes the place of no form: its questions and its fee would be left out.
      if (submission.form && submission.form.id !== form.id) {
        const other = { ...general, procedure: submission.procedure };
        demandProblem(await put(target, id, other), 'form-unknown');
      }
      return 'kept';
    },
  },
];
