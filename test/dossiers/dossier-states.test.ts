import { expect } from '@open-wc/testing';
import {
  ACTOR_KINDS,
  actsFrom,
  applyAct,
  clockOf,
  DOSSIER_ACTS,
  DOSSIER_STATES,
  hasEnded,
  NEWLY_SENT,
  type DossierAct,
  type DossierState,
  type Standing,
} from '../../src/dossiers/dossier-states.js';

const ACTS = Object.keys(DOSSIER_ACTS) as DossierAct[];
const STATES = Object.keys(DOSSIER_STATES).map(Number) as DossierState[];
const OFFICER = { by: 'officer', note: 'vì sao' } as const;

/** Each state, each act and where it leads, written out once more: `4<` is a state that remembers where it came from. */
const EXPECTED: readonly (readonly [from: Standing, acts: string])[] = [
  [{ state: 1 }, 'receive 2, refuse-reception 3, ask-supplement 5<1, ask-payment 6<1, withdraw 7'],
  [{ state: 2 }, 'process 4, ask-supplement 5<2, ask-payment 6<2, pause 8<2, withdraw 7, stop 8!'],
  [{ state: 3 }, ''],
  [{ state: 4 }, 'forward 4, ask-supplement 5<4, ask-payment 6<4, pause 8<4, withdraw 7, stop 8!, finish 9'],
  [{ state: 5, resumesIn: 1 }, 'supplement 1, take-supplement 1, withdraw 7, stop 8!'],
  [{ state: 5, resumesIn: 2 }, 'supplement 2, take-supplement 2, withdraw 7, stop 8!'],
  [{ state: 5, resumesIn: 4 }, 'supplement 4, take-supplement 4, withdraw 7, stop 8!'],
  [{ state: 6, resumesIn: 1 }, 'pay 1, take-payment 1, withdraw 7, stop 8!'],
  [{ state: 6, resumesIn: 2 }, 'pay 2, take-payment 2, withdraw 7, stop 8!'],
  [{ state: 6, resumesIn: 4 }, 'pay 4, take-payment 4, withdraw 7, stop 8!'],
  [{ state: 7 }, ''],
  [{ state: 8, resumesIn: 2 }, 'resume 2, withdraw 7, stop 8!'],
  [{ state: 8, resumesIn: 4 }, 'resume 4, withdraw 7, stop 8!'],
  [{ state: 8, isFinal: true }, ''],
  [{ state: 9 }, 'hand-over 10, take-back 4'],
  [{ state: 10 }, ''],
];

const written = ({ state, resumesIn, isFinal }: Standing): string =>
  `${String(state)}${resumesIn ? `<${String(resumesIn)}` : ''}${isFinal ? '!' : ''}`;

describe('states of a dossier', () => {
  it('are the ten of the national list, and the table below has each of them', () => {
    expect(STATES).to.deep.equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect([...new Set(EXPECTED.map(([{ state }]) => state))].sort((a, b) => a - b)).to.deep.equal(STATES);
  });

  for (const [from, acts] of EXPECTED) {
    it(`from ${written(from)}: ${acts || 'nothing'}`, () => {
      const allowed = ACTS.flatMap((act) => {
        const applied = applyAct(from, act, { ...OFFICER, by: DOSSIER_ACTS[act].by });
        if (applied.ok) return [`${act} ${written(applied.value)}`];
        expect(applied.problem.code).to.equal(hasEnded(from) ? 'dossier-ended' : 'act-not-now');
        return [];
      });
      const wanted = acts === '' ? [] : acts.split(', ');
      expect(allowed.sort()).to.deep.equal(wanted.sort());
      const offered = ACTOR_KINDS.flatMap((by) => actsFrom(from, by));
      expect(offered.sort()).to.deep.equal(wanted.map((one) => one.split(' ')[0]).sort());
    });
  }

  it('let nobody do what is another’s', () => {
    for (const act of ACTS)
      for (const by of ACTOR_KINDS.filter((kind) => kind !== DOSSIER_ACTS[act].by))
        for (const state of STATES)
          expect(applyAct({ state }, act, { by, note: 'vì sao' })).to.deep.equal({
            ok: false,
            problem: { code: 'act-not-yours' },
          });
  });

  it('know no act by another name', () => {
    for (const act of ['', 'Receive', 'constructor', '__proto__', 'toString'])
      expect(applyAct(NEWLY_SENT, act, OFFICER)).to.deep.equal({
        ok: false,
        problem: { code: 'act-unknown' },
      });
  });

  it('are not left without a reason where the person must be told one', () => {
    const needing = ACTS.filter((act) => 'needsNote' in DOSSIER_ACTS[act]);
    expect(needing).to.deep.equal(['refuse-reception', 'ask-supplement', 'pause', 'stop', 'take-back']);
    for (const act of needing) {
      const state = DOSSIER_ACTS[act].from.at(-1) ?? 1;
      for (const note of [undefined, '', '  \n'])
        expect(applyAct({ state }, act, { by: 'officer', note })).to.deep.equal({
          ok: false,
          problem: { code: 'note-missing' },
        });
    }
  });

  it('stop the office’s clock where the person is waited for, and not before it has begun', () => {
    const clocks = EXPECTED.map(([standing]) => `${written(standing)} ${clockOf(standing)}`);
    expect(clocks).to.deep.equal([
      '1 not-started',
      '2 runs',
      '3 ended',
      '4 runs',
      '5<1 not-started',
      '5<2 paused',
      '5<4 paused',
      '6<1 not-started',
      '6<2 paused',
      '6<4 paused',
      '7 ended',
      '8<2 paused',
      '8<4 paused',
      '8! ended',
      '9 ended',
      '10 ended',
    ]);
  });

  it('end: whatever is done, in any order, a dossier cannot come back from its end', () => {
    const seen = new Map<string, Standing>([[written(NEWLY_SENT), NEWLY_SENT]]);
    for (const from of seen.values())
      for (const act of ACTS) {
        const applied = applyAct(from, act, { ...OFFICER, by: DOSSIER_ACTS[act].by });
        if (!applied.ok) continue;
        expect(hasEnded(from)).to.equal(false);
        seen.set(written(applied.value), applied.value);
      }
    // Wherever a dossier can stand, the table above says what may be done from there.
    expect([...seen.keys()].sort()).to.deep.equal(EXPECTED.map(([from]) => written(from)).sort());
  });
});
