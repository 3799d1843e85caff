import { expect } from 'chai';
import { acceptSubmission } from '../../src/gateway/accept-submission.js';
import { aSubmission } from '../support/application.js';

const PAPER = '0b0e7f1e-9a0b-4c1d-8e2f-3a4b5c6d7e8f';

describe('accepting a submission', () => {
  it('is not done where an answer names a paper that did not come', () => {
    const submission = aSubmission({ answers: { papers: [PAPER] }, files: [] });
    const accepted = acceptSubmission(submission, {
      knows: () => true,
      formOf: () => undefined,
      fileOf: () => undefined,
      today: '2026-11-24',
    });
    expect(accepted.ok ? undefined : accepted.problem.code).to.equal('file-missing');
  });
});
