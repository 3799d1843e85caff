import { expect } from 'chai';
import type { FormDefinition } from '../../src/forms/form-definition.js';
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

/** The code of the refusal; nothing where it is taken. */
function refusal(submission: Submission, inForce?: FormDefinition): string | undefined {
  const accepted = acceptSubmission(submission, {
    knows: () => true,
    formOf: () => inForce,
    formFor: () => inForce,
    fileOf: () => undefined,
    today: '2026-11-24',
  });
  return accepted.ok ? undefined : accepted.problem.code;
}

describe('accepting a submission', () => {
  it('is not done where an answer names a paper that did not come', () => {
    expect(refusal(aSubmission({ answers: { papers: [PAPER] }, files: [] }))).to.equal('file-missing');
  });

  it('is not done without the form that is in force', () => {
    expect(refusal(aSubmission({ answers: {} }), form)).to.equal('form-unknown');
    expect(refusal(aSubmission({ answers: {}, form: { id: 'mau', version: '1' } }), form)).to.equal(
      undefined,
    );
  });

  it('takes no answers where no form asks for any', () => {
    expect(refusal(aSubmission({ answers: { smuggled: 'x' } }))).to.equal('answers-differ');
    expect(refusal(aSubmission({ answers: {} }))).to.equal(undefined);
  });
});
