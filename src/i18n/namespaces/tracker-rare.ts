import vi from '../../../locales/vi/tracker-rare.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

/** Words that few who follow a dossier ever see: what was typed wrong, what was not sent any more, how a payment stands. */
export const trackerRare = defineNamespace('tracker-rare', vi, {
  en: () => import('../../../locales/en/tracker-rare.json', { with: { type: 'json' } }),
});
