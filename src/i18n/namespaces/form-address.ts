import vi from '../../../locales/vi/form-address.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const formAddress = defineNamespace('form-address', vi, {
  en: () => import('../../../locales/en/form-address.json', { with: { type: 'json' } }),
});
