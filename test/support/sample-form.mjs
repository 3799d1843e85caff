import { readJson } from '../../scripts/files.mjs';

/** A form small enough to read, with a part of a person, a number and a fee. */
export const SAMPLE_FORM = {
  formatVersion: 1,
  id: 'mau',
  version: '1',
  title: { vi: 'Mẫu' },
  procedures: ['1.001193'],
  source: { name: 'Mẫu' },
  steps: [
    {
      name: 'one',
      title: { vi: 'Một' },
      groups: [
        {
          name: 'all',
          fields: [
            { name: 'who', kind: 'person', label: { vi: 'Ai' }, parts: ['name', 'birth'], required: true },
            { name: 'phone', kind: 'phone', label: { vi: 'Điện thoại' } },
            { name: 'copies', kind: 'number', label: { vi: 'Số bản' } },
            {
              name: 'twice',
              kind: 'number',
              label: { vi: 'Tổng' },
              value: { sum: ['copies', 'copies'] },
            },
          ],
        },
      ],
    },
  ],
  fees: {
    lines: [{ label: { vi: 'Mỗi bản' }, amount: 8000, times: 'copies' }],
    source: { name: 'Mẫu' },
  },
};

/** A submission that this form takes. */
export const SAMPLE_SUBMISSION = {
  contract: 1,
  procedure: '1.001193',
  form: { id: 'mau', version: '1' },
  answers: { who: { name: 'Lê Văn Mẫu', birth: '2001' }, phone: '0900000321', copies: 2, twice: 4 },
  files: [],
};

/** Another one, for which nothing is due. */
export const FREE_SUBMISSION = { ...SAMPLE_SUBMISSION, answers: { who: SAMPLE_SUBMISSION.answers.who } };

/** One for a procedure that has no form of its own: who applies, and for what. */
export const GENERAL_SUBMISSION = readJson('examples/gateway/sample/general-submission.json');
