import vi from '../../../locales/vi/tracker.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const tracker = defineNamespace('tracker', vi, {
  en: () => import('../../../locales/en/tracker.json', { with: { type: 'json' } }),
});
