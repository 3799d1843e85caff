/* What stands below the papers, and what makes the sheet ready for paper. It comes as a file of its own, so that on a
   poor line the answers to "what do I bring, what does it cost, how long, where" stand there first. */
import { offerReadAloud as offer, type ReadHost, type ReadWords } from '../../src/ui/offer-read-aloud.js';

export { renderFiling } from './filing-table.js';
export { renderMissing } from './missing.js';
export { renderProvenance } from './provenance.js';
export { PrintController } from './print-controller.js';
export { renderSections } from './sections.js';
export { restStyles } from './rest.styles.js';
export { renderWayBack } from './way-back.js';
export { detailRest } from '../../src/i18n/namespaces/detail-rest.js';

export const offerReadAloud = (detail: ReadHost, i18n: ReadWords): void =>
  offer(detail, i18n, () => import('./sheet-aloud.js'));
