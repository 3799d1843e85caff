import { expect } from 'chai';
import fc from 'fast-check';
import type { Answer, Answers } from '../../src/forms/answers.js';
import {
  answersWithoutField,
  isExpired,
  isOnItsWay,
  receivedDraft,
  SHARED_DEVICE_MINUTES,
  type Draft,
  type Sending,
} from '../../src/forms/draft.js';
import { OWN_DEVICE_DAYS } from '../../src/shared/keep-times.js';
import type { FormDefinition } from '../../src/forms/form-definition.js';
import { parseForm } from '../../src/forms/parse-form.js';
import { shownAnswers } from '../../src/forms/shown-answers.js';
import type { Receipt } from '../../src/forms/submission.js';
import { aDraft, aReceipt, aSending } from '../support/application.js';

const NOW = Date.parse('2026-11-23T02:00:00Z');
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

describe('a draft', () => {
  it('is on its way from the moment its submission has an id until there is a receipt', () => {
    expect(isOnItsWay(aDraft())).to.equal(false);
    expect(isOnItsWay(aDraft({ sending: aSending() }))).to.equal(true);
    expect(isOnItsWay(aDraft({ sending: { ...aSending(), receipt: aReceipt() } }))).to.equal(false);
  });

  const own = OWN_DEVICE_DAYS * DAY;
  const shared = SHARED_DEVICE_MINUTES * MINUTE;
  const ages: readonly [string, 'own' | 'shared', age: number, boolean][] = [
    ['is there at once', 'own', 0, false],
    ['is there for all of its thirty days', 'own', own, false],
    ['is over after them', 'own', own + 1, true],
    ['is there for a quarter of an hour where the next person may come', 'shared', shared, false],
    ['is over after it', 'shared', shared + 1, true],
    // The clock was right when it was written and is wrong now, or the other way round: nobody knows.
    ['is not over because a clock was set back by an hour', 'shared', -60 * MINUTE, false],
    ['is not over because a clock was set back by five years', 'own', -5 * 365 * DAY, false],
  ];
  for (const [what, device, age, expected] of ages)
    it(what, () => expect(isExpired(aDraft({ savedAt: NOW - age }), device, NOW)).to.equal(expected));
});

describe('a draft once the office has it', () => {
  /** Every text that somebody typed or chose bears this mark. */
  const MARK = 'chim-hoàng-yến';
  const typed = fc.string({ unit: 'grapheme', maxLength: 8 }).map((text) => text + MARK);
  const answer: fc.Arbitrary<Answer> = fc.oneof(
    typed,
    fc.array(typed),
    fc.dictionary(fc.constantFrom('name', 'birth', 'text'), typed),
    fc.array(fc.dictionary(fc.constantFrom('who', 'why'), typed)),
  );
  const answers = fc.dictionary(fc.stringMatching(/^[a-z]{1,5}$/u), answer);
  const file = typed.map((name) => ({
    id: crypto.randomUUID(),
    name,
    size: 1,
    sha256: '0'.repeat(64),
    paper: name,
  }));
  const files = fc.array(file, { maxLength: 3 });
  const delivery = fc.option(
    fc.oneof(
      fc.record({ way: fc.constant('post' as const), name: typed, phone: typed, address: typed }),
      fc.record({ way: fc.constant('other-person' as const), name: typed, number: typed }),
    ),
    { nil: undefined },
  );
  const helper = fc.option(
    fc.record({ name: typed, role: typed, consent: fc.constant(true as const), procedures: fc.array(typed) }),
    { nil: undefined },
  );
  const content = fc.record({ answers, files, delivery, helper });

  it('holds its receipt, and nothing that was typed', () => {
    fc.assert(
      fc.property(content, content, fc.array(typed), (kept, sent, done) => {
        const some = ({ delivery: way, helper: who, ...rest }: typeof kept) => ({
          ...rest,
          ...(way && { delivery: way }),
          ...(who && { helper: who }),
        });
        const sending: Sending = aSending({ submission: { ...aSending().submission, ...some(sent) } });
        const receipt: Receipt = aReceipt();
        const left = receivedDraft(aDraft({ ...some(kept), done, sending }), sending, receipt);
        expect(JSON.stringify(left)).not.to.include(MARK);
        expect(left.sending?.receipt).to.equal(receipt);
        expect([left.sending?.id, left.sending?.to]).to.deep.equal([sending.id, sending.to]);
        expect(isOnItsWay(left)).to.equal(false);
      }),
    );
  });

  it('still says of which procedure and form it was, when it was written, and the code of the national portal', () => {
    const draft: Draft = aDraft({
      form: { id: 'mau', version: '1' },
      portalDossier: 'G01.899.000',
      at: 'receipt',
    });
    const left = receivedDraft(draft, aSending(), aReceipt());
    expect(left).to.deep.include({
      schema: 1,
      procedure: draft.procedure,
      form: draft.form,
      portalDossier: 'G01.899.000',
      at: 'receipt',
      savedAt: draft.savedAt,
    });
  });
});

describe('what was typed into a form that has changed since', () => {
  const label = { vi: 'Mẫu' };
  const options = [
    { value: 'one', label },
    { value: 'two', label },
  ];
  const formOf = (groups: readonly unknown[]): FormDefinition => {
    const { form, problems } = parseForm({
      formatVersion: 1,
      id: 'mau',
      version: '1',
      title: label,
      procedures: ['1.001193'],
      source: { name: 'Mẫu' },
      steps: [{ name: 'step', title: label, groups }],
    });
    if (!form) throw new Error(JSON.stringify(problems));
    return form;
  };
  const one = (field: object) => formOf([{ name: 'all', fields: [{ label, ...field }] }]);
  const list = (...fields: object[]) =>
    formOf([
      { name: 'people', repeat: { entry: label }, fields: fields.map((field) => ({ label, ...field })) },
    ]);

  const rows: readonly [string, FormDefinition, Answers, readonly string[]][] = [
    ['a field that is there', one({ name: 'a', kind: 'text' }), { a: 'còn' }, []],
    ['a field that is gone', one({ name: 'b', kind: 'text' }), { a: 'mất' }, ['mất']],
    ['a number that is gone', one({ name: 'b', kind: 'text' }), { a: 12 }, ['12']],
    [
      'nothing but spaces',
      one({ name: 'b', kind: 'text' }),
      { a: '  ', c: undefined, d: null, e: false },
      [],
    ],
    [
      'a person that is gone',
      one({ name: 'b', kind: 'text' }),
      { a: { name: 'Lan', birth: '2001' } },
      ['Lan', '2001'],
    ],
    [
      'a person of fewer parts',
      one({ name: 'a', kind: 'person', parts: ['name'] }),
      { a: { name: 'Lan', birth: '2001' } },
      ['2001'],
    ],
    ['a text that is a person now', one({ name: 'a', kind: 'person' }), { a: 'Lan' }, ['Lan']],
    ['a person that is a text now', one({ name: 'a', kind: 'text' }), { a: { name: 'Lan' } }, ['Lan']],
    ['a text that is an address now', one({ name: 'a', kind: 'address' }), { a: 'Thôn 1' }, ['Thôn 1']],
    ['a text that is yes or no now', one({ name: 'a', kind: 'yes-no' }), { a: 'có' }, ['có']],
    ['a choice that is there', one({ name: 'a', kind: 'choice', options }), { a: 'two' }, []],
    [
      'a choice that was withdrawn',
      one({ name: 'a', kind: 'choices', options }),
      { a: ['one', 'three'] },
      ['three'],
    ],
    ['a field of an entry', list({ name: 'b', kind: 'text' }), { people: [{ a: 'mất', b: 'còn' }] }, ['mất']],
    [
      'a list that is a field now',
      one({ name: 'people', kind: 'text' }),
      { people: [{ a: 'mất' }] },
      ['mất'],
    ],
    ['a field that is a list now', list({ name: 'b', kind: 'text' }), { people: 'mất' }, ['mất']],
    [
      'a file, which stands among the papers',
      one({ name: 'b', kind: 'text' }),
      { a: [crypto.randomUUID()] },
      [],
    ],
  ];
  for (const [what, form, answers, expected] of rows)
    it(`is shown for copying: ${what}`, () =>
      expect(answersWithoutField(form, answers)).to.deep.equal(expected));

  it('is on the review or shown for copying, whatever the two forms', () => {
    const kinds = [
      'text',
      'paragraph',
      'number',
      'date',
      'phone',
      'email',
      'person',
      'address',
      'choice',
      'choices',
      'yes-no',
    ];
    const aField = fc.record({
      kind: fc.constantFrom(...kinds),
      name: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
    });
    const someFields = fc.uniqueArray(aField, { minLength: 1, maxLength: 5, selector: ({ name }) => name });
    const aForm = fc.record({ outer: someFields, inner: someFields });
    type FormParts = typeof aForm extends fc.Arbitrary<infer Parts> ? Parts : never;
    const withChoices = (fields: FormParts['outer']) =>
      fields.map((field) => ({ label, ...field, ...(field.kind.startsWith('choice') && { options }) }));
    const build = ({ outer, inner }: FormParts) =>
      formOf([
        { name: 'all', fields: withChoices(outer) },
        { name: 'people', repeat: { entry: label }, fields: withChoices(inner) },
      ]);
    fc.assert(
      fc.property(aForm, aForm, (before, after) => {
        let typed = 0;
        const word = () => `chữ${String((typed += 1))}.`;
        const answerTo = (kind: string): Answer => {
          if (kind === 'person') return { name: word(), birth: word(), number: word(), address: word() };
          if (kind === 'address') return { text: word(), commune: word() };
          if (kind === 'choices') return ['one'];
          return kind === 'choice' ? 'one' : kind === 'yes-no' ? true : word();
        };
        const answersTo = (fields: FormParts['outer']) =>
          Object.fromEntries(fields.map(({ name, kind }) => [name, answerTo(kind)] as const));
        const answers = {
          ...answersTo(before.outer),
          people: [answersTo(before.inner), answersTo(before.inner)],
        };
        const form = build(after);
        const review = JSON.stringify(
          shownAnswers(form, answers).flatMap(({ groups }) =>
            groups.flatMap(({ rows: shown }) => shown.map(({ value }) => value)),
          ),
        );
        const left = answersWithoutField(form, answers);
        for (let at = 1; at <= typed; at += 1) {
          const text = `chữ${String(at)}.`;
          expect(review.includes(text) || left.includes(text), text).to.equal(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});
