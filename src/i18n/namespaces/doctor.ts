import vi from '../../../locales/vi/doctor.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

export const doctor = defineNamespace('doctor', vi, {
  en: () => import('../../../locales/en/doctor.json', { with: { type: 'json' } }),
});
