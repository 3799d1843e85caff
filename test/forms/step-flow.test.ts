import { expect } from 'chai';
import fc from 'fast-check';
import {
  DESTINATIONS,
  SPARED_STEPS,
  STEP_KINDS,
  stepsOf,
  type FlowSituation,
} from '../../src/forms/step-flow.js';
import { ABILITIES } from '../../src/levels/level-scheme.js';
import { findLevel } from '../../src/levels/schemes.js';

const situation = (level: string, other: Partial<FlowSituation> = {}): FlowSituation => ({
  abilities: findLevel(level)?.level.abilities,
  destination: 'gateway',
  hasForm: true,
  hasPapers: true,
  due: 8000,
  ...other,
});

describe('the steps of an application', () => {
  const rows: readonly [string, FlowSituation, string][] = [
    ['level 1', situation('1'), 'prepare go'],
    ['level 2', situation('2'), 'prepare fill review print go'],
    ['level 3', situation('3'), 'prepare fill attach review send receipt go'],
    ['level 4', situation('4'), 'prepare fill attach delivery review send pay receipt'],
    ['no announced level', situation('?'), 'prepare go'],
    [
      'level 4 with nothing to pay',
      situation('4', { due: 0 }),
      'prepare fill attach delivery review send receipt',
    ],
    [
      'level 4 with an unknown fee',
      situation('4', { due: undefined }),
      'prepare fill attach delivery review send receipt',
    ],
    [
      'level 4 without a form',
      situation('4', { hasForm: false }),
      'prepare attach delivery review send pay receipt',
    ],
    [
      'level 4 with nothing but the sheet of who applies',
      situation('4', { isApplicantForm: true, due: undefined }),
      'prepare fill attach delivery review send receipt',
    ],
    [
      'the same at the national portal, which knows who has signed in',
      situation('4', { isApplicantForm: true, destination: 'hand-off' }),
      'prepare attach review hand-off',
    ],
    ['the same at level 2, where nothing is sent', situation('2', { isApplicantForm: true }), 'prepare go'],
    [
      'level 4 without papers',
      situation('4', { hasPapers: false }),
      'prepare fill delivery review send pay receipt',
    ],
    [
      'level 4 at the national portal',
      situation('4', { destination: 'hand-off' }),
      'prepare fill attach review hand-off',
    ],
    [
      'level 2 at the national portal',
      situation('2', { destination: 'hand-off' }),
      'prepare fill review print go',
    ],
    [
      'a procedure that does without',
      situation('4', { without: ['delivery'] }),
      'prepare fill attach review send pay receipt',
    ],
    [
      'a procedure that needs nobody at the desk',
      situation('3', { without: ['go'] }),
      'prepare fill attach review send receipt',
    ],
    ['the same where nothing is filed from here', situation('1', { without: ['go'] }), 'prepare go'],
    // What differs from procedure to procedure, paying and getting the result here, is not promised.
    ['một phần', situation('partial'), 'prepare fill attach review send receipt go'],
    ['thông tin', situation('information'), 'prepare go'],
  ];
  for (const [name, given, steps] of rows)
    it(`are, for ${name}: ${steps}`, () => expect(stepsOf(given).join(' ')).to.equal(steps));

  const anySituation = fc.record({
    abilities: fc.option(fc.subarray([...ABILITIES]), { nil: undefined }),
    destination: fc.constantFrom(...DESTINATIONS),
    hasForm: fc.boolean(),
    hasPapers: fc.boolean(),
    due: fc.option(fc.nat(), { nil: undefined }),
    without: fc.subarray([...SPARED_STEPS]),
  });

  it('come in one order, each once, and always end somewhere', () => {
    fc.assert(
      fc.property(anySituation, (given) => {
        const steps = stepsOf(given);
        expect(steps).to.deep.equal(STEP_KINDS.filter((kind) => steps.includes(kind)));
        expect(steps.some((kind) => ['go', 'hand-off', 'receipt'].includes(kind))).to.equal(true);
      }),
    );
  });

  it('send nothing unreviewed, and promise a receipt for all that is sent and for nothing else', () => {
    fc.assert(
      fc.property(anySituation, (given) => {
        const steps = stepsOf(given);
        expect(steps[0]).to.equal('prepare');
        expect(steps.includes('receipt')).to.equal(steps.includes('send'));
        if (steps.includes('send')) expect(steps).to.include('review');
        if (given.destination === 'hand-off') expect(steps).not.to.include.members(['send']);
      }),
    );
  });
});
