import { expect } from 'chai';
import type { Answers } from '../../src/forms/answers.js';
import { APPLICANT_FORM } from '../../src/forms/applicant-form.js';
import type { Field, FormDefinition } from '../../src/forms/form-definition.js';
import { formsInForce } from '../../src/forms/forms-in-force.js';
import { inventedAnswers } from '../../src/forms/invented-answers.js';
import type { Submission } from '../../src/forms/submission.js';
import { acceptSubmission } from '../../src/gateway/accept-submission.js';
import { aSubmission } from '../support/application.js';

const PAPER = '0b0e7f1e-9a0b-4c1d-8e2f-3a4b5c6d7e8f';

const form: FormDefinition = {
  formatVersion: 1,
  id: 'mau',
  version: '1',
  title: { vi: 'Mẫu' },
  procedures: ['1.001193'],
  source: { name: 'Mẫu' },
  papers: [],
  steps: [],
  without: [],
};

const NO_RULES = { required: false, unverified: false } as const;

/** The code of the refusal; nothing where it is taken. */
function refusal(submission: Submission, inForce?: FormDefinition): string | undefined {
  const accepted = acceptSubmission(submission, {
    knows: () => true,
    ...formsInForce(inForce ? [inForce] : []),
    fileOf: () => undefined,
    today: '2026-11-24',
  });
  return accepted.ok ? undefined : accepted.problem.code;
}

describe('accepting a submission', () => {
  const general = (answers: Answers): Submission =>
    aSubmission({ answers, form: { id: APPLICANT_FORM.id, version: APPLICANT_FORM.version } });

  it('is not done where an answer names a paper that did not come', () => {
    expect(refusal({ ...general({ papers: [PAPER] }), files: [] })).to.equal('file-missing');
  });

  it('is not done without the form that is in force', () => {
    expect(refusal(aSubmission({ answers: {} }), form)).to.equal('form-unknown');
    expect(refusal(aSubmission({ answers: {}, form: { id: 'mau', version: '1' } }), form)).to.equal(
      undefined,
    );
  });

  it('is not done of nobody: where there is no form of the procedure, the sheet of who applies is one', () => {
    const answers = inventedAnswers(APPLICANT_FORM);
    expect(refusal(general(answers))).to.equal(undefined);
    expect(refusal(aSubmission({ answers: {} }))).to.equal('applicant-missing');
    expect(refusal(aSubmission({ answers }))).to.equal('applicant-missing');
    expect(refusal(general({}))).to.equal('answers-invalid');
    for (const name of ['applicant', 'phone', 'address', 'request'])
      expect(refusal(general({ ...answers, [name]: undefined })), name).to.equal('answers-invalid');
    expect(refusal(general({ ...answers, email: undefined }))).to.equal(undefined);
    expect(refusal(general({ ...answers, smuggled: 'x' }))).to.equal('answers-differ');
  });

  it('is not done of a fraction of what a fee counts, nor for nothing', () => {
    const copies: Field = { name: 'copies', kind: 'number', label: { vi: 'Bản' }, ...NO_RULES, whole: false };
    const counted: FormDefinition = {
      ...form,
      steps: [{ name: 'one', title: { vi: 'Một' }, groups: [{ name: 'all', fields: [copies] }] }],
      fees: {
        lines: [{ label: { vi: 'Mỗi bản' }, amount: 8000, times: 'copies', tiers: [] }],
        reductions: [],
        source: { name: 'Mẫu' },
      },
    };
    const of = (number: number) =>
      aSubmission({ answers: { copies: number }, form: { id: 'mau', version: '1' } });
    expect(refusal(of(2), counted)).to.equal(undefined);
    expect(refusal(of(1.5), counted)).to.equal('answers-invalid');
  });

  it('is not done for a helper whom the citizen let help with something else', () => {
    const helped = (...procedures: string[]) => ({
      ...general(inventedAnswers(APPLICANT_FORM)),
      helper: { name: 'Phạm Văn Giúp', role: 'Công chức', consent: true as const, procedures },
    });
    expect(refusal(helped('1.001193'))).to.equal(undefined);
    expect(refusal(helped('2.000635', '1.001193'))).to.equal(undefined);
    expect(refusal(helped('2.000635'))).to.equal('invalid-request');
  });

  it('is not done, and breaks nothing, where brackets are nested without end', () => {
    const deep: Answers = JSON.parse(`{"request":${'['.repeat(20_000)}${']'.repeat(20_000)}}`) as Answers;
    expect(refusal(general(deep))).to.equal('invalid-request');
  });

  it('does not take the sheet of who applies for the form that is in force', () => {
    expect(refusal(general(inventedAnswers(APPLICANT_FORM)), form)).to.equal('form-unknown');
  });

  it('takes no version of that sheet but the one that is in force', () => {
    const old = { id: APPLICANT_FORM.id, version: 'of another time' };
    expect(refusal({ ...general(inventedAnswers(APPLICANT_FORM)), form: old })).to.equal('form-changed');
  });
});
