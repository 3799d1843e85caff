import vi from '../../../locales/vi/configurator.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const configurator = defineNamespace('configurator', vi, {
  en: () => import('../../../locales/en/configurator.json', { with: { type: 'json' } }),
});
