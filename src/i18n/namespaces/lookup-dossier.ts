import vi from '../../../locales/vi/lookup-dossier.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

/** Words for whoever typed the code of a dossier, which come once somebody did. */
export const lookupDossier = defineNamespace('lookup-dossier', vi, {
  en: () => import('../../../locales/en/lookup-dossier.json', { with: { type: 'json' } }),
});
