import vi from '../../../locales/vi/read-aloud.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

/** Words of what reads aloud, which come where the device has a voice. */
export const readAloud = defineNamespace('read-aloud', vi, {
  en: () => import('../../../locales/en/read-aloud.json', { with: { type: 'json' } }),
});
