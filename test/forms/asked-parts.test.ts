import { expect } from '@open-wc/testing';
import * as v from 'valibot';
import { askableParts, chosenParts } from '../../src/forms/askable-parts.js';
import { answersAfter, askedLast, checkAsked, fieldsOf } from '../../src/forms/asked-parts.js';
import { askedPartSchema, type AskedField } from '../../src/forms/asked-schema.js';
import type { Answers } from '../../src/forms/answers.js';
import { parseForm } from '../../src/forms/parse-form.js';

const { form, problems } = parseForm({
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
            { name: 'why', kind: 'text', label: { vi: 'Lý do' }, longest: 10 },
            { name: 'born', kind: 'date', label: { vi: 'Ngày sinh' } },
            { name: 'copies', kind: 'number', label: { vi: 'Số bản' }, least: 1, most: 5 },
            { name: 'paid', kind: 'money', label: { vi: 'Đã trả' } },
            {
              name: 'sex',
              kind: 'choice',
              label: { vi: 'Giới tính' },
              options: [
                { value: 'male', label: { vi: 'Nam' } },
                { value: 'female', label: { vi: 'Nữ' } },
              ],
            },
            { name: 'abroad', kind: 'yes-no', label: { vi: 'Ở nước ngoài?' } },
            { name: 'phone', kind: 'phone', label: { vi: 'Điện thoại' } },
            { name: 'email', kind: 'email', label: { vi: 'Thư điện tử' } },
            {
              name: 'mother',
              kind: 'person',
              label: { vi: 'Mẹ' },
              parts: ['name', 'birth', 'sex', 'number'],
            },
            { name: 'home', kind: 'address', label: { vi: 'Nơi cư trú' } },
            { name: 'proof', kind: 'attachment', label: { vi: 'Giấy chứng sinh' } },
            { name: 'note', kind: 'information', label: { vi: 'Xin đọc' } },
            { name: 'twice', kind: 'number', label: { vi: 'Tổng' }, value: { sum: ['copies'] } },
            { name: 'true', kind: 'declaration', label: { vi: 'Cam đoan' }, required: true },
          ],
        },
        {
          name: 'people',
          repeat: { least: 0, most: 3, entry: { vi: 'Người', en: 'Person' } },
          fields: [{ name: 'who', kind: 'text', label: { vi: 'Họ tên', en: 'Name' }, required: true }],
        },
      ],
    },
  ],
});
if (!form) throw new Error(JSON.stringify(problems));

const FILED: Answers = {
  why: 'vì vậy',
  mother: { name: 'Lê Thị Mẫu', birth: '2000' },
  home: { text: 'Thôn Mẫu', province: '01' },
  people: [{ who: 'Một' }, { who: 'Hai' }],
  true: true,
};
const FILES = [{ name: 'trang 1.pdf', paper: 'Giấy chứng sinh' }, { name: 'khac.pdf' }];
const all = askableParts(form, FILED, FILES);
const fields = fieldsOf(all);
const part = (name: string): AskedField => fields.find((one) => one.name === name)!;
const ask = (...names: string[]) => names.map(part);
const TODAY = '2026-11-24';

describe('askableParts()', () => {
  it('are the fields that somebody answers, those of each entry and of each part of a person, and the papers', () => {
    expect(all.map(({ kind, name }) => `${kind} ${name}`)).to.deep.equal([
      ...['why', 'born', 'copies', 'paid', 'sex', 'abroad', 'phone', 'email'].map((name) => `field ${name}`),
      ...['mother.name', 'mother.birth', 'mother.sex', 'mother.number'].map((name) => `field ${name}`),
      'field home',
      'field people.0.who',
      'field people.1.who',
      'paper Giấy chứng sinh',
      'paper khac.pdf',
    ]);
  });

  it('are called as the form calls them, and tell nothing of what was answered', () => {
    expect(part('people.1.who').label).to.deep.equal({ vi: 'Người 2 – Họ tên', en: 'Person 2 – Name' });
    expect(part('copies')).to.deep.equal({
      kind: 'field',
      name: 'copies',
      label: { vi: 'Số bản' },
      type: 'number',
      least: 1,
      most: 5,
    });
    expect(JSON.stringify(all)).not.to.match(/vì vậy|Lê Thị|Thôn Mẫu|"Một"/u);
    for (const one of all) expect(v.parse(askedPartSchema, one)).to.deep.equal(one);
  });

  it('take no fraction where a fee counts them, also when they are asked for once more', () => {
    const line = { label: { vi: 'Mỗi bản' }, amount: 8000, times: 'copies', tiers: [] };
    const fees = { lines: [line], reductions: [], source: { name: 'Mẫu' } };
    const counted = askableParts({ ...form, fees }, FILED, FILES).filter(({ name }) => name === 'copies');
    expect(v.parse(v.array(askedPartSchema), counted)).to.deep.equal([{ ...part('copies'), whole: true }]);
    expect(checkAsked(counted, { copies: '1,5' }, TODAY).errors).to.deep.equal([
      { path: 'copies', code: 'number-whole' },
    ]);
    expect(checkAsked(ask('copies'), { copies: '1,5' }, TODAY).errors).to.deep.equal([]);
  });

  it('are the papers alone where there is no form', () => {
    expect(askableParts(undefined, {}, FILES).map(({ name }) => name)).to.deep.equal([
      'Giấy chứng sinh',
      'khac.pdf',
    ]);
  });

  it('are chosen by kind and name, in their own order, and none that is not there', () => {
    const chosen = chosenParts(all, [
      { kind: 'paper', name: 'khac.pdf' },
      { kind: 'field', name: 'born' },
    ]);
    expect(chosen?.map(({ name }) => name)).to.deep.equal(['born', 'khac.pdf']);
    for (const name of ['twice', 'true', 'note', 'people.2.who', 'khac.pdf', 'constructor'])
      expect(chosenParts(all, [{ kind: 'field', name }]), name).to.equal(undefined);
  });
});

describe('checkAsked()', () => {
  for (const [name, typed, kept] of [
    ['why', ' vì  thế ', 'vì thế'],
    ['born', '5/3/2001', '2001-03-05'],
    ['copies', '3', 3],
    ['paid', '1.500.000 đ', 1_500_000],
    ['sex', 'female', 'female'],
    ['abroad', false, false],
    ['phone', '0912 345 678', '0912345678'],
    ['email', ' a@b.vn', 'a@b.vn'],
    ['mother.name', 'Trần  Thị Mẫu', 'Trần Thị Mẫu'],
    ['mother.birth', '1999', '1999'],
    ['mother.sex', 'female', 'female'],
    ['mother.number', '001 190 000 001', '001190000001'],
    ['home', 'Thôn Mẫu 2', 'Thôn Mẫu 2'],
    ['people.0.who', 'Ba', 'Ba'],
  ] as const)
    it(`keeps ${name} as the form would, and the same again`, () => {
      const once = checkAsked(ask(name), { [name]: typed }, TODAY);
      expect(once.errors).to.deep.equal([]);
      expect(once.answers).to.deep.equal({ [name]: kept });
      expect(checkAsked(ask(name), once.answers, TODAY).answers).to.deep.equal(once.answers);
    });

  for (const [name, typed, code] of [
    ['why', 'dài hơn mười chữ', 'too-long'],
    ['born', '2001', 'date-needs-day'],
    ['born', '30/2/2001', 'date-unreal'],
    ['copies', '6', 'too-large'],
    ['copies', 'ba', 'number-form'],
    ['sex', 'other', 'choice-unknown'],
    ['abroad', 'true', 'choice-unknown'],
    ['phone', '12', 'phone-form'],
    ['mother.sex', 'x', 'choice-unknown'],
    ['mother.number', '12', 'citizen-number-length'],
    ['why', '  ', 'required'],
    ['why', { text: 'x' }, 'required'],
    ['mother.name', { name: 'x' }, 'required'],
  ] as const)
    it(`refuses ${JSON.stringify(typed)} for ${name}: ${code}`, () => {
      const { errors } = checkAsked(ask(name), { [name]: typed }, TODAY);
      expect(errors.map((problem) => [problem.path, problem.code])).to.deep.equal([[name, code]]);
    });

  it('needs each of them, whatever the form itself needs', () => {
    const { errors } = checkAsked(fields, {}, TODAY);
    expect(errors.map(({ path }) => path)).to.deep.equal(fields.map(({ name }) => name));
    expect(new Set(errors.map(({ code }) => code))).to.deep.equal(new Set(['required']));
  });
});

describe('answersAfter()', () => {
  const rows = [
    { act: 'send' },
    { act: 'ask-supplement', parts: ask('mother.birth', 'people.1.who', 'born', 'home') },
    {
      act: 'supplement',
      answers: { 'mother.birth': '1999', 'people.1.who': 'Ba', born: '2026-03-05', home: 'Thôn Mẫu 2' },
    },
  ];

  it('has what came later in its place, and leaves what was filed as it is', () => {
    const before = JSON.stringify(FILED);
    expect(answersAfter(FILED, rows)).to.deep.equal({
      ...FILED,
      born: '2026-03-05',
      mother: { name: 'Lê Thị Mẫu', birth: '1999' },
      home: { text: 'Thôn Mẫu 2' },
      people: [{ who: 'Một' }, { who: 'Ba' }],
    });
    expect(JSON.stringify(FILED)).to.equal(before);
    expect(answersAfter(FILED, [])).to.equal(FILED);
  });

  it('goes by what was asked for before, and takes nothing else', () => {
    const later = [
      ...rows,
      { act: 'ask-supplement', parts: ask('why') },
      { act: 'supplement', answers: { why: 'c', born: 'x' } },
    ];
    const { why, born } = answersAfter(FILED, later);
    expect([why, born]).to.deep.equal(['c', '2026-03-05']);
    expect(askedLast(later).map(({ name }) => name)).to.deep.equal(['why']);
    expect(askedLast([...later, { act: 'ask-supplement' }])).to.deep.equal([]);
  });
});
