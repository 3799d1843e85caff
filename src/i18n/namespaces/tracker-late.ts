import vi from '../../../locales/vi/tracker-late.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

/** Words of what stands below the steps of a dossier that was found, which come with the code that needs them. */
export const trackerLate = defineNamespace('tracker-late', vi, {
  en: () => import('../../../locales/en/tracker-late.json', { with: { type: 'json' } }),
});
