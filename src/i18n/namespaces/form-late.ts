import vi from '../../../locales/vi/form-late.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const formLate = defineNamespace('form-late', vi, {
  en: () => import('../../../locales/en/form-late.json', { with: { type: 'json' } }),
});
