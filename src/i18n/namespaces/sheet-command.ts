import vi from '../../../locales/vi/sheet-command.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const sheetCommand = defineNamespace('sheet-command', vi, {
  en: () => import('../../../locales/en/sheet-command.json', { with: { type: 'json' } }),
});
