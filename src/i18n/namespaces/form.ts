import vi from '../../../locales/vi/form.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const form = defineNamespace('form', vi, {
  en: () => import('../../../locales/en/form.json', { with: { type: 'json' } }),
});
