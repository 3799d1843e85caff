import vi from '../../../locales/vi/outreach.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const outreach = defineNamespace('outreach', vi, {
  en: () => import('../../../locales/en/outreach.json', { with: { type: 'json' } }),
});
