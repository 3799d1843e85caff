import type { Fee, TimeLimit } from '../catalog/procedure.js';
import type { detail } from '../i18n/namespaces/detail.js';
import type { LocalizeController } from './localize-controller.js';

interface Worded {
  readonly i18n: Pick<LocalizeController<readonly [typeof detail]>, 't' | 'money' | 'number'>;
}

/** A time in words; undefined when nothing can be told. That something takes no time at all is said by nobody. */
export function timeWords({ i18n }: Worded, time: TimeLimit | undefined): string | undefined {
  if (time?.unit === 'same-day') return i18n.t('time.same-day');
  if (!time?.value) return undefined;
  const value = i18n.number(time.value);
  return time.unit
    ? i18n.t(`time.${time.unit}`, { count: time.value, value })
    : i18n.t('time.no-unit', { value });
}

export function feeWords({ i18n }: Worded, fee: Fee): string {
  return fee.kind === 'known' ? i18n.money(fee.amount ?? 0, fee.currency) : i18n.t(`fee.${fee.kind}`);
}

/** Several fees in one line: each once, amounts first, and honest about a case whose fee nobody knows. */
export function feesInLine(worded: Worded, fees: readonly Fee[] = []): string {
  const known = fees.filter((fee) => fee.kind === 'known');
  const others = fees
    .filter((fee) => fee.kind !== 'known')
    .map((fee) =>
      fee.kind === 'unknown' && known.length > 0 ? worded.i18n.t('fee.some-unknown') : feeWords(worded, fee),
    );
  const words = [...known.map((fee) => feeWords(worded, fee)), ...others];
  return [...new Set(words)].join(' · ') || worded.i18n.t('unknown');
}
