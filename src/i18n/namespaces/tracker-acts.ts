import vi from '../../../locales/vi/tracker-acts.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

/** Words of what is done with a dossier, which come with the code that does it. */
export const trackerActs = defineNamespace('tracker-acts', vi, {
  en: () => import('../../../locales/en/tracker-acts.json', { with: { type: 'json' } }),
});
