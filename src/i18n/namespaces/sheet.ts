import vi from '../../../locales/vi/sheet.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const sheet = defineNamespace('sheet', vi, {
  en: () => import('../../../locales/en/sheet.json', { with: { type: 'json' } }),
});
