import { expect } from 'chai';
import fc from 'fast-check';
import { checkAnswers } from '../../src/forms/check-answers.js';
import { parseForm } from '../../src/forms/parse-form.js';
import { tidyTyped, writtenDate, writtenNumber, type TypedKind } from '../../src/forms/tidy-typed.js';

const TODAY = '2026-11-23';

describe('what was typed, once the field is left', () => {
  const rows: readonly [TypedKind, typed: string, tidied: string][] = [
    ['date', '5-3-2001', '05/03/2001'],
    ['date', '05032001', '05/03/2001'],
    ['date', 'ngày 5 tháng 3 năm 2001', '05/03/2001'],
    ['date', '3/2001', '03/2001'],
    ['date', ' 1945 ', '1945'],
    ['birth', '2001-03-05', '05/03/2001'],
    ['date', '31/2/2001', '31/2/2001'],
    ['date', 'hôm qua ', 'hôm qua '],
    ['number', '1500', '1.500'],
    ['number', '1,5', '1,5'],
    ['number', '1234,5', '1.234,5'],
    ['number', '-1234567', '-1.234.567'],
    ['number', '120.5', '120,5'],
    ['number', '0.500', '0,5'],
    ['number', '1234,5678', '1.234,5678'],
    ['number', '12 con bò', '12 con bò'],
    ['number', '0,0000001', '0,0000001'],
    ['number', '99999999999999999999', '99999999999999999999'],
    ['number', '9'.repeat(400), '9'.repeat(400)],
    ['money', '1500000đ', '1.500.000'],
    ['money', '1.500.000 đồng', '1.500.000'],
    ['money', 'một triệu', 'một triệu'],
    ['phone', '+84 912 345 678', '0912345678'],
    ['phone', '０９１２ ３４５ ６７８', '0912345678'],
    ['phone', 'số của con tôi', 'số của con tôi'],
    ['email', ' lan @xa.example', 'lan@xa.example'],
    ['email', 'lan@', 'lan@'],
    ['citizen-number', '049 190 000 000', '049190000000'],
    ['citizen-number', '049190', '049190'],
    ['name', "  K'Brơi ", "K'Brơi"],
    ['name', "H'Hen   Niê", "H'Hen Niê"],
    ['name', 'Nguyê\u0303n', 'Nguyễn'],
    ['name', 'Lan', 'Lan'],
    ['name', '...', '...'],
    ['text', ' tổ  1,\n thôn 2 ', 'tổ 1, thôn 2'],
    ['paragraph', ' tổ  1, \n thôn 2 ', 'tổ 1,\nthôn 2'],
    ['address', 'Thôn 1 , Xã  Mẫu', 'Thôn 1 , Xã Mẫu'],
    ['text', ' \n ', ''],
    ['date', '  ', ''],
  ];
  for (const [kind, typed, tidied] of rows)
    it(`${kind} “${typed.slice(0, 30)}” is ${tidied.slice(0, 30)}`, () =>
      expect(tidyTyped(kind, typed)).to.equal(tidied));

  /** One field of each kind, with a person beside them. */
  const kinds = ['text', 'paragraph', 'number', 'money', 'date', 'phone', 'email', 'citizen-number'] as const;
  const label = { vi: 'Mẫu' };
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
              ...kinds.map((kind) => ({ name: kind, kind, label })),
              { name: 'who', kind: 'person', label },
              { name: 'home', kind: 'address', label },
            ],
          },
        ],
      },
    ],
  });
  const answersOf = (text: (kind: TypedKind) => string) => ({
    ...Object.fromEntries(kinds.map((kind) => [kind, text(kind)])),
    who: {
      name: text('name'),
      birth: text('birth'),
      number: text('citizen-number'),
      address: text('address'),
    },
    home: { text: text('address') },
  });

  /** What people type, and what comes by a paste. */
  const typed = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 24 }),
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.stringMatching(/^[0-9./ ,+()đ@a-z-]{0,18}$/u),
    fc.stringMatching(/^-?[0-9]{1,22}([.,][0-9]{1,9})?$/u),
    fc.stringMatching(/^[1-9][0-9]{0,2}(\.[0-9]{3}){1,4}(,[0-9]{1,4})?$/u),
    fc.stringMatching(/^[0-3]?[0-9][-/. ][01]?[0-9][-/. ](19|20)[0-9]{2}$/u),
    fc.stringMatching(/^(\+84|0)[35789][0-9 .]{8,11}$/u),
    fc.constantFrom(
      'Nguyê\u0303n  Thị\tHồng',
      "H'Hen Niê",
      ' \u0301a',
      // Letters that a search for spaces must not find.
      '\ufb00\ufc00',
      'a\u00a0b',
      '０９１２３４５６７８',
      '-0',
      '1e5',
    ),
  );
  const RUNS = { numRuns: 500 };

  it('is tidied the same again', () => {
    fc.assert(
      fc.property(typed, (text) => {
        for (const kind of [...kinds, 'name', 'birth', 'address'] as const) {
          const once = tidyTyped(kind, text);
          expect(tidyTyped(kind, once), kind).to.equal(once);
        }
      }),
      RUNS,
    );
  });

  it('is kept as it would have been kept untidied, with the same to say of it', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const before = checkAnswers(
          form!,
          answersOf(() => text),
          TODAY,
        );
        const after = checkAnswers(
          form!,
          answersOf((kind) => tidyTyped(kind, text)),
          TODAY,
        );
        expect([after.errors, after.warnings]).to.deep.equal([before.errors, before.warnings]);
        // What could not be taken stays as it stands in its field, tidied or not.
        const broken = new Set(before.errors.map(({ path }) => path.split('.')[0]));
        for (const [name, answer] of Object.entries(before.answers))
          if (!broken.has(name)) expect(after.answers[name], name).to.deep.equal(answer);
      }),
      RUNS,
    );
  });

  it('is kept the same when what was kept is checked again, as a gateway does', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const kept = checkAnswers(
          form!,
          answersOf(() => text),
          TODAY,
        );
        expect(checkAnswers(form!, kept.answers, TODAY)).to.deep.equal(kept);
      }),
      RUNS,
    );
  });
});

describe('how a day and a number are written', () => {
  it('is as people do', () => {
    expect(['2001-03-05', '2001-03', '2001'].map(writtenDate)).to.deep.equal([
      '05/03/2001',
      '03/2001',
      '2001',
    ]);
    expect([0, 999, 1000, -1000, 1234567.891, 0.1234].map(writtenNumber)).to.deep.equal([
      '0',
      '999',
      '1.000',
      '-1.000',
      '1.234.567,891',
      '0,1234',
    ]);
  });
});
