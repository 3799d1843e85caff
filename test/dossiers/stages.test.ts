import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { clockOf, DOSSIER_STATES, hasEnded, type DossierState } from '../../src/dossiers/dossier-states.js';
import { dossierPath, PATH, type Travelled } from '../../src/dossiers/dossier-path.js';
import { pausesOf } from '../../src/dossiers/moved-deadline.js';
import {
  nextThing,
  NEXT_THINGS,
  type NextThing,
  type NextThingFacts,
} from '../../src/dossiers/next-thing.js';
import { parseStages } from '../../src/dossiers/parse-stages.js';
import data from '../../src/dossiers/stages.json' with { type: 'json' };
import {
  builtInStages,
  isOver,
  STAGES,
  stageOf,
  withWaiting,
  type Stage,
  type StageMap,
} from '../../src/dossiers/stages.js';

const states = Object.keys(DOSSIER_STATES).map(Number) as DossierState[];

describe('the built-in table of stages', () => {
  it('is a table by its own rules, and knows every state of the national list by its published name', () => {
    expect(parseStages(data)).to.deep.equal({ ok: true, value: data });
    for (const state of states) {
      const { stage, name } = stageOf({ state }, builtInStages);
      expect(stage, name).not.to.equal('unknown');
      expect(name).to.equal(DOSSIER_STATES[state].name);
    }
  });

  it('tells what is sent from what is received, and a pause from the end', () => {
    expect(stageOf({ state: 1 }, builtInStages).stage).to.equal('sent');
    expect(stageOf({ state: 2 }, builtInStages).stage).to.equal('received');
    expect(stageOf({ state: 8 }, builtInStages).stage).to.equal('paused');
    expect(stageOf({ state: 8, isFinal: true }, builtInStages).stage).to.equal('stopped');
  });

  it('ends and waits where the national list does', () => {
    for (const state of states)
      for (const isFinal of [undefined, true]) {
        const standing = isFinal ? { state, isFinal } : { state };
        expect(isOver(standing, builtInStages), JSON.stringify(standing)).to.equal(hasEnded(standing));
      }
    for (const state of states)
      expect(withWaiting([{ state }], builtInStages), String(state)).to.deep.equal([
        { state, waits: clockOf({ state }) === 'paused' },
      ]);
  });

  it('uses every stage that the element has words for', () => {
    const used = new Set(builtInStages.states.map(({ stage }) => stage));
    expect([...used].sort()).to.deep.equal([...STAGES].sort());
  });
});

describe('a state that no table knows', () => {
  it('is shown as it stands, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(fc.integer({ min: 11 }), fc.string()), (state) => {
        const told = stageOf({ state }, { states: [] });
        expect(told).to.deep.equal({ stage: 'unknown', name: String(state).normalize('NFC').trim() });
      }),
    );
  });

  it('is found in a table of a province, whatever its spelling', () => {
    const parsed = parseStages({
      formatVersion: 1,
      states: [{ state: 'Chờ bổ sung  hồ sơ', stage: 'supplement', words: { vi: 'Chờ bà con bổ sung' } }],
    });
    expect(parsed.ok).to.equal(true);
    if (!parsed.ok) return;
    expect(stageOf({ state: ' CHỜ bổ sung hồ sơ' }, parsed.value)).to.deep.equal({
      stage: 'supplement',
      name: 'CHỜ bổ sung hồ sơ',
      words: { vi: 'Chờ bà con bổ sung' },
    });
  });
});

describe('a table that a province puts in its place', () => {
  const own: StageMap = {
    states: [
      { state: '5', stage: 'processing' },
      { state: '10', stage: 'ready' },
      { state: '4', stage: 'paused' },
      { state: 'Đã trả tại xã', stage: 'handed-over' },
      { state: 'Chờ bà con', stage: 'supplement' },
    ],
  };

  it('says alone what is over', () => {
    for (const [state, is] of [
      [10, false],
      [' đã trả  tại xã', true],
      ['Chờ bà con', false],
      [7, false],
      ['Chuyển liên thông', false],
    ] as const)
      expect(isOver({ state }, own), String(state)).to.equal(is);
    // What the office calls final is, whatever it is.
    expect(isOver({ state: 'Chuyển liên thông', isFinal: true }, own)).to.equal(true);
  });

  it('says alone in which states an office waits', () => {
    const day = (date: number) => new Date(Date.UTC(2026, 10, date));
    const rows = ([4, 'Chờ bà con', 5, 6, 'chờ BÀ CON'] as const).map((state, index) => ({
      act: index === 4 ? 'stop' : 'mau',
      at: day(10 + index).toISOString(),
      state,
    }));
    expect(pausesOf(withWaiting(rows, own))).to.deep.equal([{ from: day(10), to: day(12) }]);
    // By the national list it is the number that counts.
    expect(pausesOf(rows)).to.deep.equal([{ from: day(12), to: day(14) }]);
  });
});

describe('a table of stages that is wrong', () => {
  for (const [why, json] of [
    ['no object', 'x'],
    ['another version', { ...data, formatVersion: 2 }],
    ['no states', { formatVersion: 1, states: [] }],
    ['a stage that there is not', { formatVersion: 1, states: [{ state: '1', stage: 'lost' }] }],
  ] as const)
    it(`is refused and named: ${why}`, () => {
      const parsed = parseStages(json);
      expect(parsed.ok).to.equal(false);
      if (!parsed.ok) expect(parsed.problem.code).to.equal('stages-invalid');
    });
});

describe('the way of a dossier', () => {
  const sentAt = '2026-11-23T02:00:00Z';
  const at = (day: number, state: number) => ({ at: `2026-11-${String(day)}T02:00:00Z`, state });
  const way = (travelled: Omit<Travelled, 'sentAt'>) =>
    dossierPath({ sentAt, ...travelled }, builtInStages)
      .map(({ standing, at: reached }) => `${standing}${reached ? ` ${reached.slice(8, 10)}` : ''}`)
      .join(', ');

  const cases: readonly [string, Omit<Travelled, 'sentAt'>, string][] = [
    ['sent', { standing: { state: 1 } }, 'current 23, expected, expected, expected, expected'],
    [
      'received',
      { standing: { state: 2 }, receivedAt: '2026-11-25T02:00:00Z' },
      'done 23, current 25, expected, expected, expected',
    ],
    [
      'waiting for papers in the middle',
      { standing: { state: 5, resumesIn: 4 }, history: [at(25, 2), at(26, 4), at(27, 5)] },
      'done 23, done 25, current 26, expected, expected',
    ],
    [
      'waiting for papers before it was received',
      { standing: { state: 5, resumesIn: 1 }, history: [at(25, 5)] },
      'current 23, expected, expected, expected, expected',
    ],
    [
      'handed over',
      { standing: { state: 10 }, history: [at(25, 2), at(26, 4), at(27, 9), at(30, 10)] },
      'done 23, done 25, done 26, done 27, done 30',
    ],
    [
      'in process again, because its result was taken back',
      { standing: { state: 4 }, history: [at(25, 2), at(26, 4), at(27, 9), at(30, 4)] },
      'done 23, done 25, current 26, expected, expected',
    ],
    [
      'done after its result was taken back',
      { standing: { state: 9 }, history: [at(24, 2), at(25, 4), at(26, 9), at(27, 4), at(30, 9)] },
      'done 23, done 24, done 25, current 30, expected',
    ],
    [
      'withdrawn',
      { standing: { state: 7 }, history: [at(25, 2), at(26, 7)] },
      'done 23, done 25, not-reached, not-reached, not-reached',
    ],
    [
      'stopped for good',
      { standing: { state: 8, isFinal: true }, history: [at(25, 2), at(26, 4), at(27, 8)] },
      'done 23, done 25, done 26, not-reached, not-reached',
    ],
    [
      'in a state that nobody knows',
      { standing: { state: 11 }, history: [at(25, 2)] },
      'done 23, done 25, unclear, unclear, unclear',
    ],
  ];
  for (const [what, travelled, told] of cases)
    it(`of one that is ${what}`, () => {
      expect(way(travelled)).to.equal(told);
    });

  it('never has more than one current step, nothing done after it, and nothing dropped', () => {
    const state = fc.constantFrom(...states, 11, 'liên thông thuế');
    const rows = fc.array(fc.record({ at: fc.constant(sentAt), state }), { maxLength: 6 });
    fc.assert(
      fc.property(state, rows, fc.boolean(), (now, history, isFinal) => {
        const steps = dossierPath({ sentAt, standing: { state: now, isFinal }, history }, builtInStages);
        expect(steps.map(({ stage }) => stage)).to.deep.equal([...PATH]);
        const order = steps.map(({ standing }) => standing).join(' ');
        expect(order).to.match(
          /^(?:done ?)*(?:current ?)?(?:(?:expected ?)*|(?:not-reached ?)*|(?:unclear ?)*)$/u,
        );
      }),
    );
  });
});

describe('what to do now', () => {
  const facts: NextThingFacts = {
    stage: 'processing',
    level: 1,
    isLate: false,
    hasResult: false,
  };
  const cases: readonly [Partial<NextThingFacts>, NextThing][] = [
    [{}, 'nothing'],
    [{ isLate: true }, 'ask-why-late'],
    [{ stage: 'sent' }, 'nothing'],
    [{ stage: 'received', isLate: true }, 'ask-why-late'],
    [{ stage: 'supplement', isLate: true }, 'supplement'],
    [{ stage: 'payment' }, 'pay'],
    [{ stage: 'payment', payment: 'waiting' }, 'pay'],
    [{ stage: 'payment', payment: 'paid' }, 'await-payment'],
    [{ stage: 'paused' }, 'nothing'],
    [{ stage: 'ready', delivery: 'desk' }, 'collect'],
    [{ stage: 'ready', delivery: 'other-person' }, 'collect'],
    [{ stage: 'ready' }, 'collect'],
    [{ stage: 'ready', delivery: 'post' }, 'await-post'],
    [{ stage: 'ready', delivery: 'online' }, 'await-file'],
    [{ stage: 'ready', delivery: 'online', hasResult: true }, 'download'],
    [{ stage: 'ready', hasResult: true }, 'download'],
    [{ stage: 'ready', level: 0 }, 'see-result'],
    [{ stage: 'handed-over' }, 'done'],
    [{ stage: 'handed-over', hasResult: true }, 'download'],
    [{ stage: 'refused' }, 'read-reason'],
    [{ stage: 'stopped' }, 'read-reason'],
    [{ stage: 'withdrawn' }, 'done'],
    [{ stage: 'unknown', isLate: true }, 'ask-office'],
  ];
  for (const [given, thing] of cases)
    it(`is ${thing} where ${JSON.stringify(given)}`, () => {
      expect(nextThing({ ...facts, ...given })).to.equal(thing);
    });

  it('is one thing in every stage there is', () => {
    for (const stage of [...STAGES, 'unknown'] as (Stage | 'unknown')[])
      expect(NEXT_THINGS).to.include(nextThing({ ...facts, stage }));
  });
});
