import type { TrackedOutline } from '../../src/gateway/tracking-contract.js';
import type { FollowedDossier } from '../../src/ui/followed-dossiers.js';

const code = 'H57.132-261116-0583';
const tracked: TrackedOutline = {
  found: true,
  level: 0,
  version: '1',
  code,
  office: 'UBND Xã Mẫu',
  sample: true,
  standing: { state: 4 },
  sentAt: '2026-11-16T02:00:00.000Z',
  acts: [],
};
/** A dossier as it is kept by whoever follows it. */
export const aFollowedDossier = (overrides: Partial<FollowedDossier> = {}): FollowedDossier => ({
  gateway: 'https://xa.example/gateway',
  code,
  factor: { kind: 'secret', value: 'ABCDE12345' },
  tracked,
  at: Date.parse('2026-11-16T02:00:00Z'),
  ...overrides,
});
