import { expect } from 'chai';
import type { ReceivingProblemCode } from '../../src/gateway/contract.js';
import { knownAfter, type Paid } from '../../src/gateway/form-gateway.js';

describe('what is known of a payment', () => {
  const waiting = { kind: 'payment', payment: { state: 'waiting', amount: 7000 } } as unknown as Paid;
  const cut: Paid = { kind: 'unknown', code: 'offline' };
  const refused = (code: ReceivingProblemCode): Paid => ({ kind: 'refused', code });

  for (const [what, before, answer, act, known] of [
    ['is what the system says', undefined, waiting, 'open', waiting],
    ['stays while nobody can be asked', waiting, cut, 'ask', waiting],
    ['stays while the system is busy', waiting, refused('busy'), 'ask', waiting],
    ['is unknown after an opening that was cut', undefined, cut, 'open', cut],
    ['stays unknown while the system is busy', cut, refused('busy'), 'ask', cut],
    ['stays unknown while too much is asked', cut, refused('too-many-requests'), 'ask', cut],
    [
      'is nothing, and can be opened, where none was opened there',
      cut,
      refused('not-found'),
      'ask',
      undefined,
    ],
    ['is that it could not be opened', undefined, refused('busy'), 'open', refused('busy')],
    ['is that nothing is due', cut, refused('nothing-to-pay'), 'ask', refused('nothing-to-pay')],
  ] as const)
    it(what, () => expect(knownAfter(before, answer, act)).to.deep.equal(known));
});
