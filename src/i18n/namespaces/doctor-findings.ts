import en from '../../../locales/en/doctor-findings.json' with { type: 'json' };
import vi from '../../../locales/vi/doctor-findings.json' with { type: 'json' };
import { defineNamespace } from '../namespace.js';

/** All languages at once: the message to forward is in each. */
export const doctorFindings = defineNamespace('doctor-findings', vi, {
  en: () => Promise.resolve({ default: en }),
});
