import { html, nothing, type TemplateResult } from 'lit';
import type { MessageKey } from '../../src/i18n/namespace.js';
import type { common } from '../../src/i18n/namespaces/common.js';
import type { detailRest } from '../../src/i18n/namespaces/detail-rest.js';
import type { detailShare } from '../../src/i18n/namespaces/detail-share.js';
import type { detail } from '../../src/i18n/namespaces/detail.js';
import type { levels } from '../../src/i18n/namespaces/levels.js';
import type { papers } from '../../src/i18n/namespaces/papers.js';
import type { Filing, Procedure } from '../../src/catalog/procedure.js';
import type { IsoDate } from '../../src/shared/clock.js';
import type { PlaceCatalog } from '../../src/ui/catalog-state.js';
import { renderHeading } from '../../src/ui/heading.js';
import { chevronIcon } from '../../src/ui/icons.js';
import { webAddress } from '../../src/ui/link-template.js';
import type { LocalizeController } from '../../src/ui/localize-controller.js';

export type Words = Pick<
  LocalizeController<
    readonly [typeof detail, typeof papers, typeof levels, typeof common],
    typeof detailRest | typeof detailShare
  >,
  'use' | 't' | 'text' | 'day' | 'instant' | 'money' | 'number'
>;
export type DetailKey = MessageKey<typeof detail | typeof detailRest | typeof papers>;

/** What every part of the sheet is rendered from. */
export interface Sheet {
  readonly i18n: Words;
  readonly place: PlaceCatalog;
  readonly procedure: Procedure;
  /** Ways to file, each with the time and the fees that hold for it. */
  readonly filings: readonly Filing[];
  /** Level of the headings of sections; the name stands one above. */
  readonly headingLevel: number;
  readonly today: IsoDate;
}

type Part = Procedure['unverified'][number];

/** Says beside a part that no source confirms it. */
export function renderMark(
  { i18n, procedure }: Sheet,
  part: Part | undefined,
): TemplateResult | typeof nothing {
  if (part === undefined || !procedure.unverified.includes(part)) return nothing;
  return html`<span class="mark">${i18n.t('unverified')}</span>`;
}

/** The words of the source, kept apart from what was read out of them. */
export function renderPublished({ i18n }: Sheet, words: string | undefined): TemplateResult | typeof nothing {
  return words ? html`<p class="published">${i18n.t('as-published', { words })}</p>` : nothing;
}

interface SectionOptions {
  readonly part?: Part;
  /** Behind a summary that opens it; printed in full. */
  readonly folded?: boolean;
  readonly count?: number;
}

export function renderSection(
  sheet: Sheet,
  title: DetailKey,
  content: unknown,
  { part, folded = false, count }: SectionOptions = {},
): TemplateResult {
  const counted =
    count === undefined ? nothing : html` <span class="count">(${sheet.i18n.number(count)})</span>`;
  const heading = renderHeading(
    sheet.headingLevel,
    html`${sheet.i18n.t(title)}${counted} ${renderMark(sheet, part)}`,
  );
  if (!folded) return html`<section class="section" part="section">${heading}${content}</section>`;
  return html`<details class="section" part="section">
    <summary>${heading}${chevronIcon()}</summary>
    ${content}
  </details>`;
}

/** Words of the data, which are Vietnamese whatever the language of the page around them. */
export const inVietnamese = (words: string, className = ''): TemplateResult =>
  html`<span lang="vi" class=${className}>${words}</span>`;

export function renderList(items: readonly unknown[]): TemplateResult {
  return html`<ul class="list">
    ${items.map((item) => html`<li>${item}</li>`)}
  </ul>`;
}

/** A link to another site; the words alone where there is no address. */
export function renderLink(address: string | undefined, words: unknown, className = ''): unknown {
  const href = webAddress(address);
  return href ? html`<a class=${className} href=${href} rel="noreferrer">${words}</a>` : words;
}

export function hostOf(address: string): string {
  return new URL(address, document.baseURI).host.replace(/^www\./u, '');
}
