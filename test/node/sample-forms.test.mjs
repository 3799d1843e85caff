import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importSource } from '../../scripts/import-source.mjs';
import { filesBelow, readJson } from '../../scripts/files.mjs';

const { feeOf, parseForm, parseFormIndex, openForm, reduceForm, screenAt } =
  await importSource('src/forms/index.ts');
const { inventedAnswers } = await importSource('src/forms/invented-answers.ts');
const files = filesBelow('examples/commune/data/forms', '.json');
const { procedures } = readJson('examples/commune/data/catalog.json');

test('the sample commune has at least eight forms', () => assert.ok(files.length >= 8));

test('its index names every form, and no other', () => {
  const { forms } = parseFormIndex(readJson('examples/commune/data/forms.json'));
  assert.deepEqual(
    Object.values(forms).map((address) => `examples/commune/data/${address}`),
    files,
  );
  for (const [code, address] of Object.entries(forms)) assert.equal(address, `forms/${code}.json`);
});

for (const file of files)
  test(`${file} is whole, for a procedure of the catalogue, in both languages, and says where it is from`, () => {
    const { form, problems } = parseForm(readJson(file));
    assert.deepEqual(problems, []);
    assert.ok(form.source.name.length > 20);
    for (const code of form.procedures) {
      assert.ok(file.endsWith(`/${code}.json`));
      assert.ok(procedures.some((procedure) => procedure.code === code));
    }
    const texts = JSON.stringify(form).match(/"vi":/gu).length;
    assert.equal(JSON.stringify(form).match(/"en":/gu).length, texts);
    const fields = form.steps.flatMap(({ groups }) => groups.flatMap((group) => group.fields));
    // What was compared with nothing must not look as if it had been.
    if (!form.source.verifiedOn)
      for (const field of fields)
        assert.ok(field.unverified || ['declaration', 'information'].includes(field.kind), field.name);
  });

const ALL = ['read', 'download', 'submit', 'pay', 'receive'];
for (const file of files)
  test(`${file} is filled in by somebody invented, from its first step to the review, with nothing to mend`, () => {
    const { form } = parseForm(readJson(file));
    const situation = {
      abilities: ALL,
      destination: 'practice',
      hasForm: true,
      hasPapers: true,
      due: 0,
      without: [],
    };
    let state = openForm(form, situation, inventedAnswers(form));
    const seen = [];
    while (screenAt(state).kind !== 'review') {
      seen.push(state.at);
      const next = reduceForm(state, { type: 'next', today: '2026-11-23' });
      assert.deepEqual(next.errors, []);
      assert.ok(!seen.includes(next.at), `${next.at} again`);
      state = next;
    }
    const after = reduceForm(state, { type: 'next', today: '2026-11-23' });
    assert.deepEqual(after.errors, []);
    assert.ok(seen.filter((at) => at.startsWith('fill:')).length > 0);
  });

for (const file of files)
  test(`${file} asks for no fee that the catalogue does not tell, and asks none of whom it lets off`, () => {
    const { form } = parseForm(readJson(file));
    if (!form.fees) return;
    const ways = procedures.find(({ code }) => code === form.procedures[0]).filing;
    const answers = inventedAnswers(form);
    for (const [channel, online] of [
      ['online', true],
      ['counter', false],
    ]) {
      const { fees = [] } = ways.find((way) => way.channel === channel) ?? {};
      const { total } = feeOf(form, answers, online);
      assert.ok(
        fees.some(({ amount }) => amount === total),
        `${channel}: ${total}`,
      );
      // Told as an amount of nothing for some people: a form that asks of all would ask too much of them.
      if (!fees.some(({ published = '' }) => /miễn phí/iu.test(published))) continue;
      const exempt = form.fees.reductions.find(({ percent }) => percent === 100);
      assert.ok(exempt?.when, `${channel}: nobody is let off`);
      assert.equal(feeOf(form, { ...answers, [exempt.when.field]: exempt.when.is }, online).total, 0);
    }
  });
