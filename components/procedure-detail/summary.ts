import { html, nothing, type TemplateResult } from 'lit';
import { allFees, filingsDiffer } from '../../src/catalog/filing.js';
import { paperChecklist } from '../../src/catalog/paper-checklist.js';
import { DISTRICTS_ENDED, isAtPastDistrict, tiersOn } from '../../src/catalog/standing.js';
import type { AnnouncedLevel } from '../../src/ui/catalog-state.js';
import { feesInLine } from '../../src/ui/filing-words.js';
import { paperIcon } from '../../src/ui/icons.js';
import { announcedElsewhereBy, levelMeaning } from '../../src/ui/level-face.js';
import { originWords } from '../../src/ui/level-origin.js';
import { nested } from '../../src/ui/nested.js';
import type { LevelBadge } from '../level-badge/level-badge.js';
import { renderFee, renderTime, SUMMARY_FEES, timeInLine } from './filing.js';
import { clockIcon, moneyIcon, placeIcon, tripIcon } from './sheet-icons.js';
import { renderLink, renderMark, type DetailKey, type Sheet } from './sheet.js';

type Part = Parameters<typeof renderMark>[1];

interface SummaryView {
  readonly level: AnnouncedLevel | undefined;
  readonly scheme: string | undefined;
  /** Goes to a section below, by its id. */
  readonly onJump: (id: 'papers' | 'fees') => void;
}

/** What most people came for, before anything else: what can be done online; papers, money, time, place. */
export function renderSummary(sheet: Sheet, view: SummaryView): TemplateResult {
  return html`<dl class="summary" part="summary" aria-label=${sheet.i18n.t('summary')}>
    ${renderRow(sheet, 'level', tripIcon(), renderLevel(sheet, view))}
    ${renderRow(sheet, 'bring', paperIcon(), renderPapersFact(sheet, view), 'papers')}
    ${renderRow(sheet, 'fee', moneyIcon(), renderFeeFact(sheet, view), 'fees')}
    ${renderRow(sheet, 'time', clockIcon(), renderTimeFact(sheet), 'timeLimit')}
    ${renderRow(sheet, 'where', placeIcon(), renderWhere(sheet), 'tiers')}
  </dl>`;
}

function renderRow(
  sheet: Sheet,
  title: DetailKey,
  icon: unknown,
  content: unknown,
  part?: Part,
): TemplateResult {
  return html`<div class="fact ${title}">
    <dt>${icon}<span>${sheet.i18n.t(title)} ${renderMark(sheet, part)}</span></dt>
    <dd>${content}</dd>
  </div>`;
}

function renderLevel({ i18n, place, procedure }: Sheet, { level, scheme }: SummaryView): TemplateResult {
  const list = level?.list;
  const source = level?.source ?? list?.source;
  const code = place.levelCodeOf(procedure);
  const isUnread = place.unreadLists.length > 0;
  // Whose level it is comes before what it means: elsewhere it may mean nothing.
  return html`${nested<LevelBadge>('dvc-level-badge', {
      level: code,
      // A level that cannot be read is none of another scheme that has the same code.
      levelScheme: list?.scheme ?? '',
      scheme,
      place: list?.place,
      publisher: list?.publisher,
      announcedOn: list?.publishedOn,
      readOn: list?.source?.collectedOn,
      elsewhere: announcedElsewhereBy(level, place) !== undefined,
      unread: isUnread,
      illustration: list?.illustration ?? false,
    })}
    ${list && !list.illustration ? html`<p>${originWords(i18n, list)}</p>` : nothing}
    <p class=${list?.illustration ? 'caution' : ''}>
      ${list?.illustration ? i18n.t('level.illustration') : nothing}
      ${levelMeaning(i18n, level, { code, isUnread })}
    </p>
    ${level?.note && !list?.illustration ? html`<p lang="vi">${level.note}</p>` : nothing}
    ${source?.name && !list?.illustration ? html`<p lang="vi">${renderLink(source.url, source.name)}</p>` : nothing}`;
}

function renderPapersFact({ i18n, procedure }: Sheet, { onJump }: SummaryView): TemplateResult {
  const { groups, paperCount, publishedCount } = paperChecklist(procedure);
  if (groups.length === 0) {
    return publishedCount === undefined
      ? html`<div class="value">${i18n.t('unknown')}</div>`
      : html`<p>${i18n.t('papers.untold', { count: publishedCount })}</p>`;
  }
  // Where the source lists more, what is written here is not all that there is to bring.
  const words =
    publishedCount !== undefined
      ? i18n.t('bring.part', { count: paperCount, published: publishedCount })
      : groups.length > 1
        ? i18n.t('bring.grouped', { count: paperCount, groups: groups.length })
        : i18n.t('bring.papers', { count: paperCount });
  return html`<button type="button" class="target value" @click=${() => onJump('papers')}>${words}</button>`;
}

function renderFeeFact(sheet: Sheet, { onJump }: SummaryView): unknown {
  const { i18n, filings } = sheet;
  const jump = (words: string) =>
    html`<button type="button" class="target no-print" @click=${() => onJump('fees')}>${words}</button>`;
  if (filingsDiffer(filings, 'fees')) {
    const lines = filings.map(
      ({ channel, fees }) =>
        html`<p>
          ${i18n.t(`channel.${channel}`)}:
          <b>${feesInLine(sheet, fees)}</b>
        </p>`,
    );
    return html`${lines}${jump(i18n.t('fee.each'))}`;
  }
  const fees = allFees(sheet);
  if (fees.length === 0) return html`<div class="value">${i18n.t('unknown')}</div>`;
  const more = fees.length - SUMMARY_FEES;
  return html`${fees.slice(0, SUMMARY_FEES).map((fee) => renderFee(sheet, fee))}
  ${more > 0 ? jump(i18n.t('fee.more', { count: more })) : nothing}`;
}

function renderTimeFact(sheet: Sheet): unknown {
  const { i18n, filings, procedure } = sheet;
  if (!filingsDiffer(filings, 'timeLimit')) {
    return renderTime(sheet, filings.length > 0 ? filings[0]?.timeLimit : procedure.timeLimit);
  }
  return filings.map(
    ({ channel, timeLimit }) =>
      html`<p>
        ${i18n.t(`channel.${channel}`)}:
        <b>${timeInLine(sheet, timeLimit)}</b>
      </p>`,
  );
}

function renderWhere({ i18n, procedure, filings, today }: Sheet): TemplateResult {
  const { receivingAgency, competentAgency } = procedure;
  const tiers = tiersOn(procedure, today)
    .map(({ tier }) => i18n.t(`tier.${tier}`))
    .join('; ');
  const first = receivingAgency ?? competentAgency;
  const isPast = isAtPastDistrict(procedure, today);
  // An office that is gone is no answer in bold letters.
  return html`${
    isPast
      ? html`<p class="caution">${i18n.t('where.district', { day: i18n.day(DISTRICTS_ENDED) })}</p>`
      : nothing
  }
  ${
    first
      ? html`<div class=${isPast ? 'published' : 'value'} lang="vi">${first}</div>`
      : tiers
        ? nothing
        : html`<div class="value">${i18n.t('unknown')}</div>`
  }
  ${
    receivingAgency && competentAgency && receivingAgency !== competentAgency
      ? html`<p>${i18n.t('where.handled', { agency: competentAgency })}</p>`
      : nothing
  }
  ${tiers ? html`<p class=${first ? '' : 'value'}>${i18n.t('where.tiers', { tiers })}</p>` : nothing}
  ${
    filings.length > 0
      ? html`<ul class="ways" aria-label=${i18n.t('ways')}>
          ${filings.map(({ channel }) => html`<li>${i18n.t(`channel.${channel}`)}</li>`)}
        </ul>`
      : nothing
  }`;
}
