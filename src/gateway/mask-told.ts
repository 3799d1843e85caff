import { maskNumbers } from '../dossiers/masking.js';
import type { LocalizedText } from '../shared/localized-text.js';
import type { TrackedDetails } from './tracking-contract.js';

const labelled = <Part extends { readonly label: LocalizedText }>(part: Part): Part => ({
  ...part,
  label: Object.fromEntries(
    Object.entries(part.label).map(([language, words]) => [language, maskNumbers(words)]),
  ),
});

/** What a system told of a dossier, without the numbers of anybody’s that it let through where people write freely. */
export function maskTold(told: TrackedDetails): TrackedDetails {
  const { holder, history, asks, result } = told;
  return {
    ...told,
    ...(holder !== undefined && { holder: maskNumbers(holder) }),
    history: history.map(({ note, unit, parts, ...row }) => ({
      ...row,
      ...(note !== undefined && { note: maskNumbers(note) }),
      ...(unit !== undefined && { unit: maskNumbers(unit) }),
      ...(parts && { parts: parts.map(labelled) }),
    })),
    ...(asks && { asks: maskAsks(asks) }),
    ...(result && { result: { ...result, name: maskNumbers(result.name) } }),
  };
}

function maskAsks(asks: NonNullable<TrackedDetails['asks']>): typeof asks {
  if (asks.kind === 'payment')
    return { ...asks, ...(asks.note !== undefined && { note: maskNumbers(asks.note) }) };
  // A paper may be called by somebody’s number.
  const parts = asks.parts?.map((part) =>
    part.kind === 'paper' ? { ...labelled(part), name: maskNumbers(part.name) } : part,
  );
  return { ...asks, note: maskNumbers(asks.note), ...(parts && { parts }) };
}
