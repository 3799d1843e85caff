import { expect } from 'chai';
import fc from 'fast-check';
import type { Answers } from '../../src/forms/answers.js';
import { checkAnswers } from '../../src/forms/check-answers.js';
import type { Rule } from '../../src/forms/form-definition.js';
import { parseForm } from '../../src/forms/parse-form.js';
import { compute, holds, LONGEST_JOINED } from '../../src/forms/rules.js';

const TODAY = '2026-11-23';
const vi = (words: string) => ({ vi: words });

/** A form with one of everything that the checks tell apart. */
const file = () => ({
  formatVersion: 1,
  id: 'household',
  version: '2026-01',
  title: vi('Đăng ký'),
  procedures: ['1.001612'],
  source: { name: 'Mẫu số 1' },
  steps: [
    {
      name: 'owner',
      title: vi('Chủ hộ'),
      groups: [
        {
          name: 'self',
          fields: [
            { name: 'owner', kind: 'person', label: vi('Chủ hộ'), required: true, precision: 'day' },
            { name: 'phone', kind: 'phone', label: vi('Điện thoại') },
            { name: 'home', kind: 'address', label: vi('Nơi ở') },
            { name: 'proof', kind: 'attachment', label: vi('Giấy tờ'), most: 1 },
            { name: 'married', kind: 'yes-no', label: vi('Đã kết hôn') },
            {
              name: 'spouse',
              kind: 'person',
              label: vi('Vợ, chồng'),
              parts: ['name', 'birth'],
              when: { field: 'married', is: true },
              required: true,
            },
          ],
        },
      ],
    },
    {
      name: 'business',
      title: vi('Kinh doanh'),
      groups: [
        {
          name: 'members',
          title: vi('Thành viên'),
          repeat: { least: 1, most: 2, entry: vi('Thành viên') },
          fields: [
            { name: 'who', kind: 'text', label: vi('Họ tên'), required: true, longest: 10 },
            { name: 'share', kind: 'money', label: vi('Vốn góp') },
            {
              name: 'why',
              kind: 'choice',
              label: vi('Lý do'),
              options: [{ value: 'new', label: vi('Mới') }],
              required: { field: 'share', least: 1000 },
            },
          ],
        },
        {
          name: 'sums',
          fields: [
            {
              name: 'capital',
              kind: 'money',
              label: vi('Vốn'),
              value: { sum: ['members.share'] },
              most: 5000,
            },
            { name: 'heads', kind: 'number', label: vi('Số người'), value: { count: 'members' } },
            { name: 'sure', kind: 'declaration', label: vi('Tôi cam đoan'), required: true },
          ],
        },
      ],
    },
  ],
});

const form = parseForm(file()).form!;
const full: Answers = {
  owner: { name: ' Lê  Thị Mẫu ', birth: '5/3/1990', number: '000 190 000 001', address: 'Thôn Mẫu' },
  phone: '+84 912 345 678',
  married: false,
  members: [{ who: 'Mẫu', share: '1.500', why: 'new' }],
  sure: true,
};
const lines = (problems: readonly { path: string; code: string }[]) =>
  problems.map(({ path, code }) => `${path} ${code}`);

describe('a form definition', () => {
  it('is read whole', () => {
    expect(parseForm(file()).problems).to.deep.equal([]);
    expect(form.steps.map(({ name }) => name)).to.deep.equal(['owner', 'business']);
  });

  const broken: [string, (data: ReturnType<typeof file>) => unknown, string][] = [
    ['a later version', (data) => ({ ...data, formatVersion: 2 }), 'form-version-unknown'],
    ['no steps', (data) => ({ ...data, steps: [] }), 'form-invalid'],
    ['no object', () => 'x', 'form-invalid'],
    [
      'an unknown kind of field',
      (data) => {
        data.steps[0]!.groups[0]!.fields[1]!.kind = 'hologram';
        return data;
      },
      'field-kind-unknown',
    ],
    [
      'a name that could reach a prototype',
      (data) => {
        data.steps[0]!.groups[0]!.fields[1]!.name = '__proto__';
        return data;
      },
      'form-invalid',
    ],
    [
      'two fields of one name',
      (data) => {
        data.steps[0]!.groups[0]!.fields[1]!.name = 'married';
        return data;
      },
      'form-name-twice',
    ],
    [
      'a rule about nothing',
      (data) => {
        Object.assign(data.steps[0]!.groups[0]!.fields[1]!, { when: { field: 'nothing', is: 1 } });
        return data;
      },
      'form-field-missing',
    ],
    [
      'a rule about what comes later',
      (data) => {
        Object.assign(data.steps[0]!.groups[0]!.fields[1]!, { when: { field: 'married', is: true } });
        return data;
      },
      'form-field-missing',
    ],
    [
      'a rule that is code',
      (data) => {
        Object.assign(data.steps[0]!.groups[0]!.fields[1]!, { when: 'alert(1)' });
        return data;
      },
      'form-invalid',
    ],
  ];
  const withField = (field: object) => (data: ReturnType<typeof file>) => {
    (data.steps[0]!.groups[0]!.fields as object[]).push({ name: 'more', label: vi('Thêm'), ...field });
    return data;
  };
  for (const [name, change] of [
    [
      'more entries at least than at most',
      (data: ReturnType<typeof file>) => {
        Object.assign((data.steps[1]!.groups[0] as { repeat: object }).repeat, { least: 5, most: 2 });
        return data;
      },
    ],
    ['more letters at least than at most', withField({ kind: 'text', shortest: 10, longest: 5 })],
    [
      'more letters of a paragraph at least than at most',
      withField({ kind: 'paragraph', shortest: 10, longest: 5 }),
    ],
    ['a number that is larger at least than at most', withField({ kind: 'number', least: 10, most: 5 })],
    ['an amount that is larger at least than at most', withField({ kind: 'money', least: 10, most: 5 })],
  ] as const)
    broken.push([name, change, 'form-invalid']);
  for (const step of ['prepare', 'fill', 'review', 'print', 'hand-off', 'send', 'receipt'])
    broken.push([
      `nothing of the step ${step}, which is promised to everybody`,
      (data) => ({ ...data, without: [step] }),
      'form-invalid',
    ]);
  type Where = (data: ReturnType<typeof file>) => object;
  const misspelt: readonly (readonly [path: string, where: Where])[] = [
    ['', (data) => data],
    ['source.', ({ source }) => source],
    ['steps.1.', ({ steps }) => steps[1]!],
    ['steps.1.groups.0.', ({ steps }) => steps[1]!.groups[0]!],
    ['steps.1.groups.0.repeat.', ({ steps }) => (steps[1]!.groups[0] as { repeat: object }).repeat],
    ['steps.1.groups.0.fields.2.', ({ steps }) => steps[1]!.groups[0]!.fields[2]!],
    [
      'steps.1.groups.0.fields.2.options.0.',
      ({ steps }) => (steps[1]!.groups[0]!.fields[2] as { options: object[] }).options[0]!,
    ],
    ...[0, 1, 2, 3, 4].map((at): readonly [string, Where] => [
      `steps.0.groups.0.fields.${String(at)}.`,
      ({ steps }) => steps[0]!.groups[0]!.fields[at]!,
    ]),
  ];
  for (const [path, where] of misspelt)
    it(`is refused with a misspelt member, which is named: ${path}wehn`, () => {
      const data = file();
      Object.assign(where(data), { wehn: { field: 'married', is: true } });
      const { form: none, problems } = parseForm(data);
      expect(none).to.equal(undefined);
      expect(problems).to.deep.equal([
        { code: 'form-invalid', params: { path: `${path}wehn`, reason: 'never', found: '"wehn"' } },
      ]);
    });

  it('may say where its schema is', () => {
    expect(parseForm({ $schema: 'form.schema.json', ...file() }).problems).to.deep.equal([]);
  });

  for (const [name, change, code] of broken) {
    it(`is refused with ${name}`, () => {
      const { form: none, problems } = parseForm(change(file()));
      expect(none).to.equal(undefined);
      expect(problems.map((problem) => problem.code)).to.include(code);
    });
  }

  it('never throws, whatever the file holds', () => {
    fc.assert(fc.property(fc.jsonValue(), (json) => parseForm(json).problems.length > 0));
  });
});

describe('a rule', () => {
  const answers: Answers = { a: 'x', n: 5, many: ['p', 'q'], empty: ' ', no: false, who: { age: 7 } };
  const rows: readonly [Rule, boolean][] = [
    [{ field: 'a', is: 'x' }, true],
    [{ field: 'a', is: 'y' }, false],
    [{ field: 'a', in: ['y', 'x'] }, true],
    [{ field: 'many', is: 'q' }, true],
    [{ field: 'empty', filled: true }, false],
    [{ field: 'no', filled: true }, true],
    [{ field: 'no', is: false }, true],
    [{ field: 'missing', filled: false }, true],
    [{ field: 'n', least: 5 }, true],
    [{ field: 'n', most: 4 }, false],
    [{ field: 'a', least: 0 }, false],
    [{ field: 'who.age', most: 7 }, true],
    [{ field: 'constructor', filled: true }, false],
    [{ all: [] }, true],
    [{ any: [] }, false],
  ];
  for (const [rule, expected] of rows)
    it(`${JSON.stringify(rule)} is ${String(expected)}`, () =>
      expect(holds(rule, answers)).to.equal(expected));

  it('means the entry at hand first', () => {
    expect(holds({ field: 'a', is: 'inner' }, answers, { a: 'inner' })).to.equal(true);
    expect(holds({ field: 'n', is: 5 }, answers, { a: 'inner' })).to.equal(true);
  });

  const anyRule = fc.letrec<{ rule: Rule }>((tie) => ({
    rule: fc.oneof(
      { maxDepth: 4 },
      fc.record({ field: fc.constantFrom('a', 'n', 'many'), is: fc.constantFrom('x', 5, 'p') }),
      fc.record({ field: fc.constantFrom('a', 'empty'), filled: fc.boolean() }),
      fc.record({ all: fc.array(tie('rule'), { maxLength: 3 }) }),
      fc.record({ any: fc.array(tie('rule'), { maxLength: 3 }) }),
      fc.record({ not: tie('rule') }),
    ),
  })).rule;

  it('obeys the laws of logic', () => {
    fc.assert(
      fc.property(anyRule, anyRule, (one, other) => {
        const [p, q] = [holds(one, answers), holds(other, answers)];
        expect(holds({ not: one }, answers)).to.equal(!p);
        expect(holds({ all: [one, other] }, answers)).to.equal(p && q);
        expect(holds({ any: [one, other] }, answers)).to.equal(p || q);
      }),
    );
  });
});

describe('a computed value', () => {
  const answers: Answers = { a: 'x', n: 5, rows: [{ n: 1 }, { n: 2 }, {}] };
  it('sums numbers of the form and of all entries', () =>
    expect(compute({ sum: ['n', 'rows.n'] }, answers)).to.equal(8));
  it('counts entries', () => expect(compute({ count: 'rows' }, answers)).to.equal(3));
  it('copies', () => expect(compute({ copy: 'a' }, answers)).to.equal('x'));
  it('joins what is there', () =>
    expect(compute({ join: ['a', 'missing', 'n'], with: '-' }, answers)).to.equal('x-5'));
  it('stays as short as an answer can be, however often one doubles another', () => {
    let doubled = 'x'.repeat(10);
    for (let time = 0; time < 41; time += 1)
      doubled = compute({ join: ['a', 'a'], with: ' ' }, { a: doubled }) as string;
    expect(doubled.length).to.equal(LONGEST_JOINED);
    expect(compute({ join: ['a'], with: ' ' }, { a: 'x'.repeat(LONGEST_JOINED) })).to.equal(
      doubled.replaceAll(' ', 'x'),
    );
  });
  it('is nothing while nothing was answered', () =>
    expect(compute({ sum: ['missing'] }, answers)).to.equal(undefined));
});

describe('the answers to a form', () => {
  it('are tidied, with computed values', () => {
    const { answers, errors } = checkAnswers(form, full, TODAY);
    expect(errors).to.deep.equal([]);
    expect(answers).to.deep.equal({
      owner: { name: 'Lê Thị Mẫu', birth: '1990-03-05', number: '000190000001', address: 'Thôn Mẫu' },
      phone: '0912345678',
      married: false,
      members: [{ who: 'Mẫu', share: 1500, why: 'new' }],
      capital: 1500,
      heads: 1,
      sure: true,
    });
  });

  it('may be worth a second look without being wrong', () =>
    expect(lines(checkAnswers(form, full, TODAY).warnings)).to.deep.equal([
      'owner.number citizen-number-place',
    ]));

  const faults: readonly [string, Answers, string[]][] = [
    ['nothing', {}, ['owner required', 'members too-few', 'sure required']],
    [
      'a person in part',
      { ...full, owner: { name: 'Mẫu', birth: '1990' } },
      ['owner.birth date-needs-day', 'owner.number required', 'owner.address required'],
    ],
    ['what only applies now', { ...full, married: true }, ['spouse required']],
    [
      'a group within itself',
      { ...full, members: [{ who: 'Dài quá mười chữ', share: 2000 }] },
      ['members.0.who too-long', 'members.0.why required'],
    ],
    [
      'too many entries',
      { ...full, members: [{ who: 'a' }, { who: 'b' }, { who: 'c' }] },
      ['members too-many'],
    ],
    [
      'a sum beyond its limit',
      { ...full, members: [{ who: 'a', share: 6000, why: 'new' }] },
      ['capital too-large'],
    ],
    [
      'a choice that is none',
      { ...full, members: [{ who: 'a', why: 'old' }] },
      ['members.0.why choice-unknown'],
    ],
    ['no agreement', { ...full, sure: false }, ['sure not-declared']],
  ];
  for (const [name, answers, expected] of faults)
    it(`are told apart where wrong: ${name}`, () =>
      expect(lines(checkAnswers(form, answers, TODAY).errors)).to.deep.equal(expected));

  it('of what does not apply are not kept, so nothing is sent that nobody saw', () => {
    const { answers } = checkAnswers(form, { ...full, spouse: { name: 'X', birth: '1991' } }, TODAY);
    expect(answers).not.to.have.property('spouse');
  });

  it('that nobody was asked for decide nothing', () => {
    const data = file();
    Object.assign(data.steps[1]!.groups[1]!.fields[2]!, { when: { field: 'spouse', filled: true } });
    const hidden = { ...full, spouse: { name: 'X', birth: '1991' }, sure: false };
    expect(lines(checkAnswers(parseForm(data).form!, hidden, TODAY).errors)).to.deep.equal([]);
  });

  it('can be checked step by step', () => {
    const [owner] = form.steps;
    expect(lines(checkAnswers(form, {}, TODAY, owner).errors)).to.deep.equal(['owner required']);
  });

  it('are kept as they were typed where they cannot be read', () =>
    expect(checkAnswers(form, { ...full, phone: 'hỏi con tôi' }, TODAY).answers.phone).to.equal(
      'hỏi con tôi',
    ));

  it('do not change when what was kept is checked again, whatever came', () => {
    const names = ['owner', 'phone', 'home', 'proof', 'married', 'members', 'sure'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (answers) => {
        const once = checkAnswers(form, answers as Answers, TODAY).answers;
        expect(checkAnswers(form, once, TODAY).answers).to.deep.equal(once);
      }),
    );
  });

  it('do not change when what was kept is checked again', () => {
    const once = checkAnswers(form, full, TODAY).answers;
    expect(checkAnswers(form, once, TODAY).answers).to.deep.equal(once);
  });

  it('hold nothing that the form does not know', () => {
    const odd = {
      ...full,
      owner: { ...(full.owner as Answers), extra: '<b>', name: 'Mẫu' },
      home: { text: ' Thôn  Mẫu ', province: 'Đà Nẵng', extra: { deep: 1 } },
      proof: ['a', 5],
      phone: { text: '1' },
      unasked: 'x',
    } as unknown as Answers;
    const { answers } = checkAnswers(form, odd, TODAY);
    expect(answers.home).to.deep.equal({ text: 'Thôn Mẫu', province: 'Đà Nẵng' });
    expect(answers.proof).to.deep.equal(['a']);
    expect(answers.owner).not.to.have.property('extra');
    expect(answers).not.to.have.any.keys('unasked');
  });

  it('are no answers where they have a shape that the field cannot have', () => {
    const { errors } = checkAnswers(form, { ...full, owner: 'Mẫu', sure: 'yes' }, TODAY);
    expect(lines(errors)).to.deep.equal(['owner required', 'sure not-declared']);
  });

  it('never make the check throw', () => {
    const names = ['owner', 'phone', 'married', 'spouse', 'members', 'capital', 'sure'];
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (answers) => {
        checkAnswers(form, answers as Answers, TODAY);
      }),
    );
  });
});
