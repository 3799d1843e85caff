import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { checkAnswers } from '../../src/forms/check-answers.js';
import { feeOf } from '../../src/forms/fees.js';
import { parseForm } from '../../src/forms/parse-form.js';

const definition = {
  formatVersion: 1,
  id: 'ban-sao',
  version: '1',
  title: { vi: 'Chứng thực bản sao' },
  procedures: ['2.000815'],
  source: { name: 'Mẫu' },
  steps: [
    {
      name: 'one',
      title: { vi: 'Một' },
      groups: [
        {
          name: 'all',
          fields: [
            { name: 'pages', kind: 'number', label: { vi: 'Số trang' } },
            { name: 'poor', kind: 'yes-no', label: { vi: 'Hộ nghèo?' } },
          ],
        },
        {
          name: 'papers',
          repeat: { least: 0, entry: { vi: 'Giấy tờ' } },
          fields: [{ name: 'name', kind: 'text', label: { vi: 'Tên' } }],
        },
      ],
    },
  ],
  fees: {
    lines: [
      { label: { vi: 'Mỗi trang' }, amount: 2000, times: 'pages' },
      { label: { vi: 'Mỗi giấy tờ' }, amount: 500, times: 'papers' },
      { label: { vi: 'Bìa' }, amount: 1000 },
      { label: { vi: 'Giao tận nơi' }, amount: 5000, when: { field: 'pages', least: 100 }, online: true },
    ],
    reductions: [
      { label: { vi: 'Nộp trên mạng' }, percent: 50, online: true },
      { label: { vi: 'Hộ nghèo' }, percent: 100, when: { field: 'poor', is: true } },
    ],
    source: { name: 'Thông tư mẫu' },
  },
};
const { form } = parseForm(definition);

describe('feeOf', () => {
  it('counts, adds up and explains line by line', () => {
    expect(feeOf(form!, { pages: 3, papers: [{ name: 'a' }, { name: 'b' }] }, false)).to.deep.equal({
      lines: [
        { label: { vi: 'Mỗi trang' }, amount: 6000, times: 3, price: 2000 },
        { label: { vi: 'Mỗi giấy tờ' }, amount: 1000, times: 2, price: 500 },
        { label: { vi: 'Bìa' }, amount: 1000 },
      ],
      total: 8000,
    });
  });

  it('takes off what is filed online, and never more than there is', () => {
    expect(feeOf(form!, { pages: 3 }, true)?.total).to.equal(3500);
    expect(feeOf(form!, { pages: 3, poor: true }, true)?.total).to.equal(0);
    expect(feeOf(form!, { pages: 3, poor: true }, false)?.total).to.equal(0);
  });

  it('asks for some things only online, or only at the desk', () => {
    expect(feeOf(form!, { pages: 100 }, true)?.lines.map(({ amount }) => amount)).to.include(5000);
    expect(feeOf(form!, { pages: 100 }, false)?.lines.map(({ amount }) => amount)).not.to.include(5000);
  });

  it('does not know a fee that no source tells', () => {
    const without: Record<string, unknown> = { ...definition };
    delete without.fees;
    expect(feeOf(parseForm(without).form!, {}, true)).to.equal(undefined);
  });

  it('refuses a fee that speaks of a field which is not there', () => {
    const fees = { ...definition.fees, lines: [{ label: { vi: 'Tờ' }, amount: 1, times: 'sheets' }] };
    expect(parseForm({ ...definition, fees }).problems).to.deep.equal([
      { code: 'form-field-missing', params: { path: 'fees', found: 'sheets' } },
    ]);
  });

  describe('with tiers and a cap', () => {
    const tiered = {
      label: { vi: 'Hai trang đầu' },
      amount: 2000,
      times: 'papers.pages',
      copies: 'papers.sets',
      tiers: [{ after: 2, label: { vi: 'Từ trang thứ 3' }, amount: 1000 }],
      cap: { label: { vi: 'Không quá 200.000 đồng mỗi bản' }, amount: 200_000 },
    };
    const [step] = definition.steps;
    const [all, papers] = step!.groups;
    const numbers = ['pages', 'sets'].map((name) => ({ name, kind: 'number', label: { vi: name } }));
    const withLine = (line: Record<string, unknown>) => ({
      ...definition,
      steps: [{ ...step, groups: [all, { ...papers, fields: [...papers!.fields, ...numbers] }] }],
      fees: { lines: [line], source: { name: 'Thông tư mẫu' } },
    });
    const rule = parseForm(withLine(tiered)).form!;
    const feeFor = (...papersOf: (readonly [pages: number | undefined, sets: number | undefined])[]) =>
      feeOf(rule, { papers: papersOf.map(([pages, sets]) => ({ pages, sets })) }, false)!;

    it('counts each price over all copies, and says what each came to', () => {
      expect(feeFor([5, 2], [1, 3])).to.deep.equal({
        lines: [
          { label: { vi: 'Hai trang đầu' }, amount: 14_000, times: 7, price: 2000 },
          { label: { vi: 'Từ trang thứ 3' }, amount: 6000, times: 6, price: 1000 },
        ],
        total: 20_000,
      });
    });

    for (const [pages, sets, total] of [
      [1, 1, 2000],
      [2, 1, 4000],
      [3, 1, 5000],
      [198, 1, 200_000],
      [199, 1, 200_000],
      [500, 3, 600_000],
      [undefined, 2, 0],
      [2, undefined, 0],
      [0, 2, 0],
    ] as const)
      it(`of ${String(pages)} pages and ${String(sets)} copies is ${String(total)}`, () => {
        expect(feeFor([pages, sets]).total).to.equal(total);
      });

    for (const [pages, sets] of [
      [-3, 2],
      [1.5, 2],
      [2, 0.5],
      [1e16, 1],
      ['2', 1],
    ] as const)
      it(`of ${JSON.stringify(pages)} pages and ${String(sets)} copies is not known, and not nothing`, () => {
        expect(feeOf(rule, { papers: [{ pages, sets }] }, false)).to.equal(undefined);
      });

    it('takes only whole ones for an answer, whether the field says so or not', () => {
      const { errors } = checkAnswers(rule, { pages: 1.5, papers: [{ pages: 1.5, sets: 2 }] }, '2026-11-24');
      // The number that no fee counts may be what it wants.
      expect(errors).to.deep.equal([{ path: 'papers.0.pages', code: 'number-whole' }]);
    });

    it('is not known where it counts a sum that is no count', () => {
      const sum = { name: 'both', kind: 'number', label: { vi: 'Cộng' }, value: { sum: ['pages', 'sets'] } };
      const fields = [...papers!.fields, ...numbers, sum];
      const { form: summed } = parseForm({
        ...withLine({ ...tiered, times: 'papers.both' }),
        steps: [{ ...step, groups: [all, { ...papers, fields }] }],
      });
      const papersOf = (...pages: number[]) => pages.map((one) => ({ pages: one, sets: 1, both: one + 1 }));
      expect(feeOf(summed!, { papers: papersOf(2) }, false)?.total).to.equal(5000);
      expect(feeOf(summed!, { papers: papersOf(2, 2.5) }, false)).to.equal(undefined);
    });

    it('caps each copy by itself, and says what that takes off', () => {
      const { lines, total } = feeFor([300, 2], [1, 1]);
      expect(lines.at(-1)).to.deep.equal({ label: tiered.cap.label, amount: -204_000 });
      expect(total).to.equal(402_000);
    });

    it('is the sum of what each copy costs, and never more than the cap for each', () => {
      const some = fc.array(fc.tuple(fc.nat(600), fc.nat(100)), { maxLength: 20 });
      fc.assert(
        fc.property(some, (list) => {
          const one = (pages: number) =>
            Math.min(200_000, Math.min(pages, 2) * 2000 + Math.max(0, pages - 2) * 1000);
          const sum = list.reduce((before, [pages, sets]) => before + one(pages) * sets, 0);
          const { lines, total } = feeFor(...list);
          expect(total).to.equal(sum);
          expect(lines.reduce((before, { amount }) => before + amount, 0)).to.equal(sum);
        }),
      );
    });

    it('counts what is not in entries as well', () => {
      const { form: single } = parseForm(withLine({ ...tiered, times: 'pages', copies: 'papers' }));
      expect(feeOf(single!, { pages: 4, papers: [{}, {}] }, false)?.total).to.equal(12_000);
    });

    it('is refused where it counts what is not there, or its tiers are out of order', () => {
      for (const [member, found] of [
        ['times', 'papers.sheets'],
        ['copies', 'paper.sets'],
      ] as const)
        expect(parseForm(withLine({ ...tiered, [member]: found })).problems).to.deep.equal([
          { code: 'form-field-missing', params: { path: 'fees', found } },
        ]);
      const [tier] = tiered.tiers;
      expect(parseForm(withLine({ ...tiered, tiers: [tier, tier] })).form).to.equal(undefined);
      expect(parseForm(withLine({ ...tiered, tiers: [{ ...tier, after: 0 }] })).form).to.equal(undefined);
    });
  });
});
