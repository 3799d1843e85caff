import { html, nothing, type TemplateResult } from 'lit';
import { isReplacedInCircle } from '../../src/catalog/replaced-in-circle.js';
import type { Standing } from '../../src/catalog/standing.js';
import { infoIcon } from '../../src/ui/icons.js';
import { placeNotices } from '../../src/ui/place-notices.js';
import { renderOpenLink, type RelatedLinks } from './open-link.js';
import type { Sheet } from './sheet.js';

const notice = (icon: unknown, content: unknown, kind = '') =>
  html`<div class="notice ${kind}">
    ${icon}
    <p>${content}</p>
  </div>`;

/** What a reader must know before believing anything below. */
export function renderNotices(sheet: Sheet, standing: Standing, links: RelatedLinks): TemplateResult {
  const { i18n, place } = sheet;
  return html`
    ${placeNotices(i18n, place).map((words) => notice(infoIcon(), words))}
    ${renderStanding(sheet, standing, links)}
  `;
}

function renderStanding(
  { i18n, place, procedure }: Sheet,
  standing: Standing,
  links: RelatedLinks,
): TemplateResult | typeof nothing {
  if (standing.kind === 'in-force') return nothing;
  if (standing.kind !== 'replaced') {
    return notice(infoIcon(), i18n.t(`standing.${standing.kind}`, { day: i18n.day(standing.day) }), 'over');
  }
  if (isReplacedInCircle(procedure, place.catalog))
    return notice(infoIcon(), i18n.t('standing.circle'), 'over');
  const successor = place.catalog.byCode(standing.by);
  const link = successor
    ? renderOpenLink(successor.code, successor.name, links)
    : i18n.t('related.absent', { code: standing.by });
  return notice(infoIcon(), html`${i18n.t('standing.replaced')} ${link}`, 'over');
}
