import { expect } from 'chai';
import fc from 'fast-check';
import type { SentFile } from '../../src/forms/submission.js';
import {
  reduceTransfer,
  shareOf,
  waitingTransfer,
  type Transfer,
  type TransferEvent,
} from '../../src/forms/transfer.js';

const fileOf = (size: number): SentFile => ({
  id: '00000000-0000-4000-8000-000000000000',
  name: 'giấy.pdf',
  size,
  sha256: 'a'.repeat(64),
});

const file = fileOf(100);
const after = (...events: TransferEvent[]) => events.reduce(reduceTransfer, waitingTransfer(file));
const offset = (bytes: number) => ({ type: 'offset', bytes }) as const;
const broke = { type: 'broke', code: 'offline' } as const;
const stored = { type: 'stored' } as const;
const refused = { type: 'refused', code: 'file-kind' } as const;

describe('a paper on its way', () => {
  const rows: readonly [string, readonly TransferEvent[], Omit<Transfer, 'file'>][] = [
    ['waits at first', [], { stage: 'waiting', sent: 0 }],
    ['is sent from where the other side is', [offset(40)], { stage: 'sending', sent: 40 }],
    ['may have less there than was thought', [offset(40), offset(10)], { stage: 'sending', sent: 10 }],
    [
      'keeps what was there when the line broke',
      [offset(40), broke],
      { stage: 'broken', sent: 40, code: 'offline' },
    ],
    ['goes on after a break', [offset(40), broke, offset(60)], { stage: 'sending', sent: 60 }],
    ['is stored with its last byte', [offset(100), stored], { stage: 'stored', sent: 100 }],
    ['is not stored before', [offset(99), stored], { stage: 'sending', sent: 99 }],
    ['is not stored unsent', [stored], { stage: 'waiting', sent: 0 }],
    ['stays stored', [offset(100), stored, broke, offset(0), refused], { stage: 'stored', sent: 100 }],
    ['stays refused', [refused, offset(100), stored], { stage: 'refused', sent: 0, code: 'file-kind' }],
    ['cannot be there more than whole', [offset(101)], { stage: 'waiting', sent: 0 }],
    [
      'cannot be there less than not',
      [offset(40), offset(-1), offset(0.5), offset(NaN)],
      { stage: 'sending', sent: 40 },
    ],
  ];
  for (const [what, events, expected] of rows)
    it(what, () => expect(after(...events)).to.deep.equal({ file, ...expected }));

  const anEvent: fc.Arbitrary<TransferEvent> = fc.oneof(
    fc.oneof(fc.integer({ min: -1, max: 12 }), fc.double()).map(offset),
    fc.constantFrom(broke, stored, refused),
  );

  it('never counts as stored with bytes missing, never leaves its end, whatever the order of events', () => {
    fc.assert(
      fc.property(fc.nat(10), fc.array(anEvent, { maxLength: 30 }), (size, events) => {
        let transfer = waitingTransfer(fileOf(size));
        for (const event of events) {
          const next = reduceTransfer(transfer, event);
          const isOver = transfer.stage === 'stored' || transfer.stage === 'refused';
          if (isOver) expect(next).to.equal(transfer);
          if (next.stage === 'stored') expect(next.sent).to.equal(size);
          // The last byte that is there was told by the other side.
          if (next.sent !== transfer.sent) expect(event).to.deep.equal(offset(next.sent));
          expect(next.sent).to.satisfy(
            (sent: number) => Number.isSafeInteger(sent) && sent >= 0 && sent <= size,
          );
          expect(next.file).to.equal(transfer.file);
          transfer = next;
        }
      }),
    );
  });
});

describe('how much of all papers is there', () => {
  it('is a share of the bytes, and all of nothing', () => {
    expect(shareOf([])).to.equal(1);
    expect(shareOf([waitingTransfer(fileOf(0))])).to.equal(1);
    expect(shareOf([after(offset(50)), waitingTransfer(fileOf(300))])).to.equal(0.125);
    expect(shareOf([after(offset(100), stored), after(offset(100), stored)])).to.equal(1);
  });
});
