import vi from '../../../locales/vi/journey.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const journey = defineNamespace('journey', vi, {
  en: () => import('../../../locales/en/journey.json', { with: { type: 'json' } }),
});
