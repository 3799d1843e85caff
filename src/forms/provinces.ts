import { foldText } from '../shared/fold-text.js';
import provinces from './provinces.json' with { type: 'json' };

/**
 * The provinces and centrally run cities of today, each with the ones that became part of it on 1 July 2025.
 * Source: Nghị quyết 202/2025/QH15, Điều 1.
 */
export const PROVINCES: readonly string[] = provinces.map(([now = '']) => now);

/** A province of before that an address ends with, and what it belongs to now. */
export interface MergedProvince {
  readonly old: string;
  readonly now: string;
}

/** The last part of an address, as names are compared. */
const lastPart = (address: string): string =>
  foldText(address.split(/[,;\n]/u).at(-1) ?? '')
    .trim()
    .replace(/^(?:tinh|thanh pho|tp)[. ]+/u, '')
    .trim();

/** The province that an address ends with, where it became part of another one. */
export function mergedProvinceIn(address: string): MergedProvince | undefined {
  const last = lastPart(address);
  for (const [now = '', ...merged] of provinces) {
    const old = merged.find((name) => foldText(name) === last);
    if (old) return { old, now };
  }
  return undefined;
}
