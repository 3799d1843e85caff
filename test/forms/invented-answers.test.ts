import { expect } from 'chai';
import fc from 'fast-check';
import { checkAnswers } from '../../src/forms/check-answers.js';
import { inventedAnswers } from '../../src/forms/invented-answers.js';
import { parseForm } from '../../src/forms/parse-form.js';

const TODAY = '2026-11-23';
const label = { vi: 'Mẫu' };

const base = { label, required: true };
const options = ['one', 'two'].map((value) => ({ value, label }));
const length = fc.nat(40);
const limits = fc
  .tuple(fc.integer({ min: 0, max: 500 }), fc.integer({ min: 0, max: 500 }))
  .map(([one, other]) => ({ least: Math.min(one, other), most: Math.max(one, other) }));
/** Any field that a form may ask for, with any limits. */
const aField = fc.oneof(
  fc
    .tuple(fc.constantFrom('text', 'paragraph'), length, length)
    .map(([kind, shortest, more]) => ({ ...base, kind, shortest, longest: shortest + more + 1 })),
  fc.tuple(fc.constantFrom('number', 'money'), limits).map(([kind, range]) => ({ ...base, kind, ...range })),
  fc.constantFrom('year', 'month', 'day').map((precision) => ({ ...base, kind: 'date', precision })),
  fc.constantFrom('choice', 'choices').map((kind) => ({ ...base, kind, options })),
  fc
    .constantFrom('yes-no', 'phone', 'email', 'citizen-number', 'address', 'declaration')
    .map((kind) => ({ ...base, kind })),
  fc
    .subarray(['name', 'birth', 'sex', 'number', 'address'], { minLength: 1 })
    .map((parts) => ({ ...base, kind: 'person', parts, precision: 'day' })),
);
const fields = fc
  .array(aField, { minLength: 1, maxLength: 6 })
  .map((all) => all.map((field, at) => ({ ...field, name: `f${String(at)}` })));

describe('somebody invented', () => {
  it('has an answer to everything that any form asks, and none that must be mended', () => {
    fc.assert(
      fc.property(fields, fields, fc.integer({ min: 0, max: 3 }), (outer, inner, least) => {
        const { form, problems } = parseForm({
          formatVersion: 1,
          id: 'mau',
          version: '1',
          title: label,
          procedures: ['1.001193'],
          source: { name: 'Mẫu' },
          steps: [
            {
              name: 'one',
              title: label,
              groups: [
                { name: 'all', fields: outer },
                { name: 'people', repeat: { least, entry: label }, fields: inner },
              ],
            },
          ],
        });
        expect(problems).to.deep.equal([]);
        expect(checkAnswers(form!, inventedAnswers(form!), TODAY).errors).to.deep.equal([]);
      }),
      { numRuns: 300 },
    );
  });

  it('follows the rules of a form: what is not asked is not answered', () => {
    const { form } = parseForm({
      formatVersion: 1,
      id: 'mau',
      version: '1',
      title: label,
      procedures: ['1.001193'],
      source: { name: 'Mẫu' },
      steps: [
        {
          name: 'one',
          title: label,
          groups: [
            {
              name: 'all',
              fields: [
                { ...base, name: 'married', kind: 'yes-no' },
                { ...base, name: 'spouse', kind: 'person', when: { field: 'married', is: true } },
                { ...base, name: 'why', kind: 'text', when: { field: 'married', is: false } },
              ],
            },
          ],
        },
      ],
    });
    expect(inventedAnswers(form!)).to.deep.equal({ married: false, why: 'Nội dung mẫu' });
  });

  it('is nobody: no citizen has such a number, no line such a telephone', () => {
    const { form } = parseForm({
      formatVersion: 1,
      id: 'mau',
      version: '1',
      title: label,
      procedures: ['1.001193'],
      source: { name: 'Mẫu' },
      steps: [
        {
          name: 'one',
          title: label,
          groups: [
            {
              name: 'all',
              fields: [
                { ...base, name: 'who', kind: 'person' },
                { ...base, name: 'mail', kind: 'email' },
              ],
            },
          ],
        },
      ],
    });
    const { warnings, answers } = checkAnswers(form!, inventedAnswers(form!), TODAY);
    expect(warnings).to.deep.equal([{ path: 'who.number', code: 'citizen-number-place' }]);
    expect(answers.mail).to.match(/@example\.com$/u);
  });
});
