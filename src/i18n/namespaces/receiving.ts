import vi from '../../../locales/vi/receiving.json' with { type: 'json' };
import type { ReceivingProblemCode } from '../../gateway/contract.js';
import type { LineProblemCode } from '../../gateway/request-json.js';
import { defineNamespace } from '../namespace.js';

/** What a receiving system may answer, and what may happen on the way: a code without words does not compile. */
type ReceivingWords = Readonly<Record<`receiving.${ReceivingProblemCode | LineProblemCode}`, string>>;

/** What happened to what was sent, and what to do now. */
export const receiving = defineNamespace('receiving', vi satisfies ReceivingWords, {
  en: () =>
    import('../../../locales/en/receiving.json', { with: { type: 'json' } }) satisfies Promise<{
      readonly default: ReceivingWords;
    }>,
});
