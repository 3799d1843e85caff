import { expect } from '@open-wc/testing';
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
});
