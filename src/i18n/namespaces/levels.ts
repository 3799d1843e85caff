import vi from '../../../locales/vi/levels.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const levels = defineNamespace('levels', vi, {
  en: () => import('../../../locales/en/levels.json', { with: { type: 'json' } }),
});
