import type { ElementRules } from '../../src/embed/embed-state.js';

/** Elements of every kind of option, two of which share settings of the page. */
export const RULES: ElementRules = {
  'procedure-lookup': {
    attributes: {
      catalog: { type: 'address' },
      levels: { type: 'addresses' },
      'detail-url': { type: 'address' },
      'help-phone': { type: 'text' },
      query: { type: 'text' },
      'sync-address': { type: 'flag' },
      'heading-level': { type: 'number' },
    },
  },
  'form-steps': {
    attributes: {
      catalog: { type: 'address' },
      'code-param': { type: 'text' },
      'portal-url': { type: 'address' },
      destination: { type: 'choice', values: ['hand-off', 'gateway', 'practice'] },
      gateway: { type: 'address' },
      assisted: { type: 'flag' },
    },
  },
  'procedure-detail': {
    attributes: { catalog: { type: 'address' }, 'outreach-url': { type: 'address' } },
  },
  'level-badge': { attributes: { level: { type: 'text' }, plain: { type: 'flag' } } },
};
