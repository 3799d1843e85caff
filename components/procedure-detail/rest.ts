/* What stands below the papers. It comes as a file of its own, so that on a poor line the answers to "what do I bring,
   what does it cost, how long, where" stand there first. */
export { renderMissing } from './missing.js';
export { renderFiling } from './filing-table.js';
export { renderProvenance } from './provenance.js';
export { renderSections } from './sections.js';
export { restStyles } from './rest.styles.js';
export { detailRest } from '../../src/i18n/namespaces/detail-rest.js';
