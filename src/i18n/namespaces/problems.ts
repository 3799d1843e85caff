import vi from '../../../locales/vi/problems.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const problems = defineNamespace('problems', vi, {
  en: () => import('../../../locales/en/problems.json', { with: { type: 'json' } }),
});
