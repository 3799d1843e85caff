import type { Ability } from '../levels/level-scheme.js';

/** Where a person goes from the sheet of a procedure. */
export type NextStep =
  /** `sure`: the announced level says that it can be filed online. */
  | { readonly kind: 'apply'; readonly address: string; readonly sure: boolean }
  /** A page about the procedure, not one that takes applications. `offline`: it cannot be filed online. */
  | { readonly kind: 'source'; readonly address: string; readonly offline: boolean }
  | { readonly kind: 'desk' };

/**
 * The honest next step: an address to apply at is offered only where the announced level does not rule it out,
 * and the page of the source is never passed off as a place to apply.
 * @param abilities what the announced level allows; undefined when no level was announced
 */
export function nextStep(situation: {
  readonly usable: boolean;
  readonly abilities: readonly Ability[] | undefined;
  readonly applyAddress: string | undefined;
  readonly sourceAddress: string | undefined;
}): NextStep {
  const { usable, abilities, applyAddress, sourceAddress } = situation;
  const offline = abilities !== undefined && !abilities.includes('submit');
  if (usable && applyAddress && !offline) {
    return { kind: 'apply', address: applyAddress, sure: abilities !== undefined };
  }
  return sourceAddress ? { kind: 'source', address: sourceAddress, offline } : { kind: 'desk' };
}
