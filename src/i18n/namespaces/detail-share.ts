import vi from '../../../locales/vi/detail-share.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const detailShare = defineNamespace('detail-share', vi, {
  en: () => import('../../../locales/en/detail-share.json', { with: { type: 'json' } }),
});
