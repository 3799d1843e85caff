import { html, nothing, type TemplateResult } from 'lit';
import {
  hostOf,
  inVietnamese,
  renderLink,
  renderList,
  renderSection,
  type DetailKey,
  type Sheet,
} from './sheet.js';

/** Where every word of the sheet comes from, how old it is, and which parts nobody has confirmed. */
export function renderProvenance(sheet: Sheet): TemplateResult {
  const { i18n, place, procedure, today } = sheet;
  const { source, normalisedCode } = procedure;
  const { publisher, place: placeName, publishedOn } = place.catalog;
  const row = (title: DetailKey, content: unknown) =>
    content === undefined || content === ''
      ? nothing
      : html`<div>
          <dt>${i18n.t(title)}</dt>
          <dd>${content}</dd>
        </div>`;
  const vietnamese = (words: string | undefined) => words && inVietnamese(words);
  const codes = [normalisedCode, ...procedure.formerCodes].filter((code) => code && code !== procedure.code);
  const pastTiers = procedure.tiers.flatMap(({ tier, validTo }) =>
    validTo !== undefined && validTo < today
      ? [i18n.t('where.until', { tier: i18n.t(`tier.${tier}`), day: i18n.day(validTo) })]
      : [],
  );
  return renderSection(
    sheet,
    'origin',
    html`<dl class="origin" part="provenance">
      ${row('origin.source', source && renderLink(source.url, source.name ?? (source.url && hostOf(source.url))))}
      ${row('origin.collected', source?.collectedOn && i18n.day(source.collectedOn))}
      ${row('origin.verified', procedure.verifiedOn ? i18n.day(procedure.verifiedOn) : i18n.t('origin.not-verified'))}
      ${row('origin.unverified', procedure.unverified.map((part) => i18n.t(`part.${part}`)).join(', '))}
      ${row('origin.note', vietnamese(procedure.note))}
      ${row('origin.decision', vietnamese(procedure.decision))}
      ${row('origin.issued-by', vietnamese(procedure.issuedBy))}
      ${row('origin.past-tiers', pastTiers.join(', '))} ${row('origin.codes', codes.join(', '))}
      ${row('origin.valid-from', procedure.validFrom && i18n.day(procedure.validFrom))}
      ${row(
        'origin.others',
        procedure.otherSources.length > 0
          ? renderList(procedure.otherSources.map((address) => renderLink(address, hostOf(address))))
          : undefined,
      )}
      ${row('origin.via', source?.via && renderList(source.via.map((one) => inVietnamese(one))))}
      ${row(
        'origin.catalog',
        i18n.t('origin.catalog-words', { publisher, place: placeName, day: i18n.day(publishedOn) }),
      )}
    </dl>`,
  );
}
