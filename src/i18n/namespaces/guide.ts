import vi from '../../../locales/vi/guide.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const guide = defineNamespace('guide', vi, {
  en: () => import('../../../locales/en/guide.json', { with: { type: 'json' } }),
});
