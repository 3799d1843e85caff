import { expect } from 'chai';
import { parseCatalog } from '../../src/catalog/parse-catalog.js';
import { DATA_PROBLEMS } from '../../src/catalog/problems.js';
import { parseForm } from '../../src/forms/parse-form.js';
import { DEFINITION_PROBLEMS } from '../../src/forms/problems.js';
import { GATEWAY_PROBLEMS } from '../../src/gateway/gateway-problem.js';
import { parseLevelSchemes } from '../../src/levels/parse-level-schemes.js';
import { problemWords } from '../../src/ui/problem-words.js';
import { aCatalogFile, aRecord } from '../support/builders.js';

/** What valibot and JavaScript call things, which no webmaster does. */
const JARGON = /Object|Array|undefined|\/\^|>=|string|NaN|\{\{/u;

const told = async (record: object) => {
  const { problems } = parseCatalog({ ...aCatalogFile([]), procedures: [{ ...aRecord(), ...record }] });
  const [words = ''] = await problemWords(problems);
  return words.split(' / ');
};

describe('the words for the webmaster', () => {
  const cases: readonly (readonly [record: object, sentence: string])[] = [
    [{ name: undefined }, 'thiếu “name”. Thêm mục này vào.'],
    [{ name: 5 }, '“name” phải là chữ, viết trong ngoặc kép. Tệp đang ghi: 5.'],
    [{ name: '  ' }, 'thiếu “name”. Thêm mục này vào.'],
    [{ steps: 'Nộp hồ sơ' }, '“steps” phải là một danh sách, viết trong ngoặc vuông [ ].'],
    [{ timeLimit: 3 }, '“timeLimit” phải là một nhóm mục, viết trong ngoặc nhọn. Tệp đang ghi: 3.'],
    [{ applyUrl: 'nop-ho-so' }, '“applyUrl” phải là địa chỉ trang web đầy đủ, bắt đầu bằng http://'],
    [{ validTo: '31/12/2026' }, '“validTo” phải là ngày có thật, viết năm-tháng-ngày, ví dụ 2026-07-01.'],
    [{ fees: [{ kind: 'known' }] }, 'phần thứ 1 của “fees” ghi “kind” là known nhưng không có “amount”'],
    [
      { fees: [{ kind: 'free' }, { kind: 'unknown', amount: '8.000' }] },
      '“amount” trong phần thứ 2 của “fees” phải là số nguyên từ 0 trở lên',
    ],
    [{ fees: [{ kind: 'unknown', currency: 'đồng' }] }, 'phải là mã tiền gồm ba chữ hoa, ví dụ VND.'],
    [{ tiers: [{ tier: 'xã' }] }, 'phải là một trong: commune, district, province, ministry, other.'],
    [{ provinceSpecific: 'có' }, '“provinceSpecific” phải là true hoặc false, không có ngoặc kép.'],
  ];
  for (const [record, sentence] of cases)
    it(`say of ${JSON.stringify(record)} what is wrong in the first record, and how to mend it`, async () => {
      const [vietnamese, english] = await told(record);
      expect(vietnamese).to.contain('Mục thứ 1 (mã 1.001193) không hiện: ').and.to.contain(sentence);
      expect(vietnamese).not.to.match(JARGON).and.not.to.contain('đang ghi: 0');
      expect(english).not.to.match(JARGON);
    });

  it('speak of schemes by what is wrong with them', async () => {
    const level = {
      code: 'a',
      rank: 1,
      tone: 'full',
      name: { vi: 'A' },
      meaning: { vi: 'A' },
      abilities: ['read'],
    };
    const scheme = { id: 'x', name: { vi: 'X' }, law: { vi: 'X' } };
    const { problems } = parseLevelSchemes({
      schemes: [
        { ...scheme, levels: [{ ...level, trips: [2, 1] }] },
        { ...scheme, levels: [level, level] },
        { ...scheme, levels: [{ ...level, depends: ['read'] }] },
      ],
      mappings: [{ from: 'x', to: 'y', pairs: { a: 'b' } }],
    });
    const words = await problemWords(problems);
    expect(words).to.have.length(4);
    for (const sentence of words) expect(sentence).not.to.match(JARGON);
    expect(words[0]).to.contain('Bộ mức độ thứ 1').and.to.contain('số ít nhất');
    expect(words[1]).to.contain('Bộ mức độ thứ 2').and.to.contain('trùng “code”');
    expect(words[2]).to.contain('Bộ mức độ thứ 3').and.to.contain('cả “abilities” và “depends”');
    expect(words[3]).to.contain('(x → y)');
  });

  it('speak of forms by what is wrong with them', async () => {
    const { problems } = parseForm({ formatVersion: 1, id: 5, steps: 'Người nộp' });
    const words = (await problemWords(problems)).join('\n');
    expect(words).to.contain('Tờ khai: “steps” phải là một danh sách').and.not.to.match(JARGON);
  });

  it('name a member of a form that is misspelt', async () => {
    const source = { name: 'Mẫu số 1', ulr: 'https://example.com' };
    const words = (await problemWords(parseForm({ formatVersion: 1, source }).problems)).join('\n');
    expect(words).to.contain('định dạng này không có “ulr” trong “source”; có thể gõ sai tên.');
    expect(words).to.contain('“ulr” in “source” is not known').and.not.to.match(JARGON);
  });

  it('are there for everything that can be wrong with a file, in both languages', async () => {
    for (const code of [...DATA_PROBLEMS, ...DEFINITION_PROBLEMS, ...GATEWAY_PROBLEMS]) {
      const [sentence = ''] = await problemWords([{ code }]);
      expect(sentence.split(' / '), code).to.have.length(2);
      expect(sentence.length, code).to.be.above(60);
    }
  });

  it('are the code where there are none', async () => {
    expect(await problemWords([{ code: 'nobody-knows' }])).to.deep.equal(['nobody-knows / nobody-knows']);
  });
});
