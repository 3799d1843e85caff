import vi from '../../../locales/vi/coverage.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const coverage = defineNamespace('coverage', vi, {
  en: () => import('../../../locales/en/coverage.json', { with: { type: 'json' } }),
});
