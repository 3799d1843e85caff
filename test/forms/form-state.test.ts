import { expect } from 'chai';
import fc from 'fast-check';
import { checkAnswers } from '../../src/forms/check-answers.js';
import {
  openForm,
  reduceForm,
  screenAt,
  screensOf,
  type FormAction,
  type FormState,
} from '../../src/forms/form-state.js';
import { parseForm } from '../../src/forms/parse-form.js';
import type { FlowSituation } from '../../src/forms/step-flow.js';

const TODAY = '2026-11-23';
const vi = (words: string) => ({ vi: words });
const form = parseForm({
  formatVersion: 1,
  id: 'mau',
  version: '1',
  title: vi('Mẫu'),
  procedures: ['1.001193'],
  source: { name: 'Mẫu thử' },
  steps: [
    {
      name: 'who',
      title: vi('Ai'),
      groups: [
        {
          name: 'person',
          fields: [
            { name: 'name', kind: 'text', label: vi('Tên'), required: true },
            { name: 'more', kind: 'yes-no', label: vi('Còn ai nữa?') },
          ],
        },
      ],
    },
    {
      name: 'others',
      title: vi('Người khác'),
      when: { field: 'more', is: true },
      groups: [
        {
          name: 'people',
          repeat: { least: 1, most: 3, entry: vi('Người') },
          fields: [{ name: 'called', kind: 'text', label: vi('Tên'), required: true }],
        },
      ],
    },
  ],
}).form!;
const filing: FlowSituation = {
  abilities: ['read', 'download', 'submit'],
  destination: 'gateway',
  hasForm: true,
  hasPapers: false,
  due: 0,
};

const next: FormAction = { type: 'next', today: TODAY };
const answer = (field: string, value: string | boolean): FormAction => ({ type: 'answer', field, value });
const run = (actions: readonly FormAction[], from: FormState = openForm(form, filing)) =>
  actions.reduce(reduceForm, from);
const ids = (state: FormState) => screensOf(state).map(({ id }) => id);

describe('an application being filled in', () => {
  it('begins at the beginning', () => {
    const state = openForm(form, filing);
    expect(state.at).to.equal('prepare');
    expect(ids(state)).to.deep.equal(['prepare', 'fill:who', 'review', 'send', 'receipt', 'go']);
  });

  it('goes on only when what is asked here is answered', () => {
    const stopped = run([next, next]);
    expect(stopped.at).to.equal('fill:who');
    expect(stopped.errors).to.deep.equal([{ path: 'name', code: 'required' }]);
    const on = run([answer('name', 'Mẫu'), next], stopped);
    expect(on.at).to.equal('review');
    expect(on.errors).to.deep.equal([]);
  });

  it('goes back without a question', () => expect(run([next, { type: 'back' }]).at).to.equal('prepare'));

  it('does not go back from the first screen', () => expect(run([{ type: 'back' }]).at).to.equal('prepare'));

  it('asks what an answer makes necessary', () => {
    const state = run([next, answer('name', 'Mẫu'), answer('more', true), next]);
    expect(state.at).to.equal('fill:others');
    expect(run([next], state).errors).to.deep.equal([
      { path: 'people', code: 'too-few', params: { count: 0, limit: 1 } },
    ]);
  });

  it('takes entries in and out', () => {
    const state = run([
      { type: 'add-entry', group: 'people' },
      { type: 'add-entry', group: 'people' },
      { type: 'answer', field: 'called', value: 'Hai', entry: { group: 'people', at: 1 } },
      { type: 'remove-entry', group: 'people', at: 0 },
    ]);
    expect(state.answers.people).to.deep.equal([{ called: 'Hai' }]);
  });

  it('comes back to the review from a change', () => {
    const review = run([next, answer('name', 'Mẫu'), next]);
    const change = run([{ type: 'change', screen: 'fill:who' }], review);
    expect(change.at).to.equal('fill:who');
    expect(run([answer('name', 'Mẫu Hai'), next], change).at).to.equal('review');
  });

  it('finds in the review what a change made necessary', () => {
    const state = run([
      next,
      answer('name', 'Mẫu'),
      next,
      { type: 'change', screen: 'fill:who' },
      answer('more', true),
      next,
      next,
    ]);
    expect(state.at).to.equal('review');
    expect(state.errors.map(({ path }) => path)).to.deep.equal(['people']);
  });

  it('compares numbers as numbers, however they were typed', () => {
    const data = JSON.parse(JSON.stringify(form)) as {
      steps: { when?: object; groups: { fields: object[] }[] }[];
    };
    data.steps[0]!.groups[0]!.fields.push({ name: 'count', kind: 'number', label: vi('Mấy người') });
    data.steps[1]!.when = { field: 'count', least: 1000 };
    const counted = parseForm(data).form;
    expect(ids(openForm(counted, filing, { count: '1.500' }))).to.include('fill:others');
    expect(ids(openForm(counted, filing, { count: '900' }))).not.to.include('fill:others');
  });

  it('leaves a screen that is gone', () => {
    const there = run([next, answer('name', 'Mẫu'), answer('more', true), next]);
    const gone = run([answer('more', false)], there);
    expect(gone.at).to.equal('fill:who');
    expect(screenAt(gone)?.kind).to.equal('fill');
  });

  it('goes nowhere that is not there', () => {
    const state = openForm(form, filing);
    expect(run([{ type: 'change', screen: 'fill:nothing' }], state)).to.equal(state);
  });

  it('without a form has no screens to fill in', () =>
    expect(ids(openForm(undefined, filing))).to.deep.equal(['prepare', 'review', 'send', 'receipt', 'go']));

  const anyAction: fc.Arbitrary<FormAction> = fc.oneof(
    fc.constant(next),
    fc.constant<FormAction>({ type: 'back' }),
    fc.string().map((name) => answer('name', name)),
    fc.boolean().map((more) => answer('more', more)),
    fc.constant<FormAction>({ type: 'add-entry', group: 'people' }),
    fc.nat({ max: 2 }).map((at): FormAction => ({ type: 'remove-entry', group: 'people', at })),
    fc.constantFrom('fill:who', 'fill:others', 'x').map((screen): FormAction => ({ type: 'change', screen })),
    fc
      .constantFrom<FlowSituation['destination']>('gateway', 'hand-off', 'practice')
      .map((destination): FormAction => ({ type: 'situation', situation: { ...filing, destination } })),
  );

  it('always shows a screen that is there', () => {
    fc.assert(
      fc.property(fc.array(anyAction), (actions) => {
        const state = run(actions);
        expect(ids(state)).to.include(state.at);
      }),
    );
  });

  it('keeps the last answer, whatever else is done', () => {
    const others = anyAction.filter((action) => action.type !== 'answer');
    fc.assert(
      fc.property(fc.string(), fc.array(others), (name, actions) => {
        expect(run([answer('name', name), ...actions]).answers.name).to.equal(name);
      }),
    );
  });

  it('never reaches the sending with anything left to mend', () => {
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 30 }), (actions) => {
        let state = openForm(form, filing);
        for (const action of actions) {
          const after = reduceForm(state, action);
          if (after.at === 'send' && state.at === 'review' && action.type === 'next')
            expect(checkAnswers(form, after.answers, TODAY).errors).to.deep.equal([]);
          state = after;
        }
      }),
    );
  });
});
