import vi from '../../../locales/vi/lookup-end.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

/** Words below the last result, which come once the first results are there. */
export const lookupEnd = defineNamespace('lookup-end', vi, {
  en: () => import('../../../locales/en/lookup-end.json', { with: { type: 'json' } }),
});
