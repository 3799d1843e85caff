/* What stands below the papers, and what makes the sheet ready for paper. It comes as a file of its own, so that on a
   poor line the answers to "what do I bring, what does it cost, how long, where" stand there first. */
import { adoptStyles } from 'lit';
import { offerReadAloud, type ReadHost, type ReadWords } from '../../src/ui/offer-read-aloud.js';
import { PrintController } from './print-controller.js';
import { restStyles } from './rest.styles.js';

export { renderFiling } from './filing-table.js';
export { renderMissing } from './missing.js';
export { renderProvenance } from './provenance.js';
export { renderSections } from './sections.js';
export { renderWayBack } from './way-back.js';
export { detailRest } from '../../src/i18n/namespaces/detail-rest.js';

/** Makes a sheet that has been drawn ready for paper and for the ear; once. */
export function begin(
  detail: ReadHost & ConstructorParameters<typeof PrintController>[0],
  i18n: ReadWords,
): PrintController {
  const root = detail.renderRoot as ShadowRoot;
  adoptStyles(root, [...root.adoptedStyleSheets, restStyles]);
  offerReadAloud(detail, i18n, () => import('./sheet-aloud.js'));
  return new PrintController(detail);
}
