import vi from '../../../locales/vi/tracker-late.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

/** Words of what only some people open, which come with the code that needs them. */
export const trackerLate = defineNamespace('tracker-late', vi, {
  en: () => import('../../../locales/en/tracker-late.json', { with: { type: 'json' } }),
});
