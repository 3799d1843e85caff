import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Room } from '../../src/catalog/outreach-facts.js';
import { shorten } from '../../src/shared/shorten.js';
import { renderLevelFace } from '../../src/ui/level-face.js';
import { feeCaution, feeLines, paperWords, provenance, timeLines, whereLines, type Line } from './facts.js';
import { typed, type OutreachRecord } from './record.js';

/** The two sheets: seen from across a room, and read in the hand. */
export const ROOMS = {
  A4: { name: 420, agency: 120, papers: 5, paper: 96 },
  A5: { name: 420, agency: 160, papers: 6, paper: 110 },
} as const satisfies Record<string, Room>;
export type Paper = keyof typeof ROOMS;

/** Letters of everyday names. */
const CALLED = 110;

/** Names are set the smaller the longer they are. */
const nameClass = ({ length }: string): string =>
  length > 240 ? 'endless' : length > 120 ? 'very-long' : length > 56 ? 'long' : '';

const paragraph = ({ words, isVietnamese }: Line): TemplateResult =>
  html`<p lang=${isVietnamese ? 'vi' : nothing}>${words}</p>`;

const renderPart = (number: number, title: string, content: unknown): TemplateResult =>
  html`<div class="part">
    <div class="part-name"><span class="number" aria-hidden="true">${number}</span>${title}</div>
    <div class="part-words">${content}</div>
  </div>`;

function renderPlace(record: OutreachRecord, room: Room): TemplateResult {
  const { i18n, level, meaning, procedure, place } = record;
  const isMadeUp = place.levelOf(procedure)?.list.illustration ?? false;
  const ways = procedure.filing.map(({ channel }) => i18n.t(`channel.${channel}`));
  return html`<div class="strong">${whereLines(record, room).map(paragraph)}</div>
    ${ways.length > 0 ? html`<p>${ways.join(' · ')}</p>` : nothing}
    <p class="badge ${level.tone}">${renderLevelFace(level)}</p>
    <p>${meaning} ${isMadeUp ? html`<b>${i18n.t('level.illustration')}</b>` : nothing}</p>`;
}

function renderPapers(record: OutreachRecord, room: Room): TemplateResult {
  const { said, names, rest } = paperWords(record, room);
  return html`${said ? html`<div class="strong">${said}</div>` : nothing}
  ${
    names.length > 0
      ? html`<ul lang="vi">
          ${names.map((name) => html`<li>${name}</li>`)}
        </ul>`
      : nothing
  }
  ${rest.map((words) => html`<p>${words}</p>`)}`;
}

function renderCost(record: OutreachRecord, room: Room): TemplateResult {
  const { i18n } = record;
  const caution = feeCaution(record);
  return html`<dl>
      <div>
        <dt>${i18n.t('sheet.fee')}</dt>
        <dd class="strong">${feeLines(record).map((words) => paragraph({ words }))}</dd>
      </div>
      <div>
        <dt>${i18n.t('sheet.time')}</dt>
        <dd class="strong">${timeLines(record, room).map((words) => paragraph({ words }))}</dd>
      </div>
    </dl>
    ${caution ? html`<p>${caution}</p>` : nothing}`;
}

function renderWays({ i18n, address, code, office, phone, hours }: OutreachRecord): TemplateResult {
  return html`<div class="ways">
    ${
      address && code
        ? html`<div class="scan">
            ${svg`<svg class="qr" viewBox="-4 -4 ${code.size + 8} ${code.size + 8}" aria-hidden="true" shape-rendering="crispEdges">
              <rect x="-4" y="-4" width=${code.size + 8} height=${code.size + 8} fill="#fff" /><path d=${code.path} fill="#000" />
            </svg>`}
            <div>
              <div class="strong">${i18n.t('sheet.scan')}</div>
              <p>${i18n.t('sheet.scan.how')}</p>
              <p class="address" translate="no">${typed(address)}</p>
            </div>
          </div>`
        : nothing
    }
    <div class="ask">
      <div class="strong">${i18n.t('sheet.ask')}</div>
      ${office ? html`<p lang="vi">${office}</p>` : html`<p>${i18n.t('sheet.ask.anywhere')}</p>`}
      ${phone ? html`<p>${i18n.t('sheet.phone', { phone })}</p>` : nothing}
      ${hours ? html`<p>${i18n.t('sheet.hours', { hours })}</p>` : nothing}
    </div>
  </div>`;
}

/** What must be known before anything below is believed. */
function renderMarks({ i18n, place, standing }: OutreachRecord): unknown {
  const isDated = standing.kind === 'ending' || standing.kind === 'coming';
  return html`${place.catalog.sample ? html`<div class="notice sample">${i18n.t('sample')}</div>` : nothing}
  ${isDated ? html`<div class="notice">${i18n.t(`standing.${standing.kind}`, { day: i18n.day(standing.day) })}</div>` : nothing}`;
}

/**
 * A sheet of paper. It scales with the width it is given, so that what is seen on the screen is what is printed.
 * @param isPrinted whether it is the one that the browser prints
 */
export function renderSheet(record: OutreachRecord, paper: Paper, isPrinted: boolean): TemplateResult {
  const { i18n, procedure, place } = record;
  const room = ROOMS[paper];
  const called = procedure.plainNames.join(', ');
  return html`<article
    class="paper ${paper} ${isPrinted ? '' : 'no-print'}"
    part="paper"
    data-paper=${isPrinted ? paper : nothing}
    aria-label=${i18n.t(paper === 'A4' ? 'poster' : 'leaflet')}
  >
    <div class="sheet">
      <div class="head">
        <div class="place" lang="vi">${shorten(place.catalog.place, 80)}</div>
        <p>${i18n.t('sheet.guide')}</p>
      </div>
      ${renderMarks(record)}
      <div class="title">
        <div class="procedure ${nameClass(procedure.name)}" lang="vi">
          ${shorten(procedure.name, room.name)}
        </div>
        ${called ? html`<p class="called">${i18n.t('also-called')} <span lang="vi">${shorten(called, CALLED)}</span></p>` : nothing}
        <p class="quiet">${i18n.t('code', { code: procedure.code })}</p>
      </div>
      <div class="parts">
        ${renderPart(1, i18n.t('sheet.place'), renderPlace(record, room))}
        ${renderPart(2, i18n.t('sheet.bring'), renderPapers(record, room))}
        ${renderPart(3, i18n.t('sheet.cost'), renderCost(record, room))}
      </div>
      ${renderWays(record)}
      <p class="origin">${provenance(record)}</p>
    </div>
  </article>`;
}

/** Sizes of the letters of a sheet, in hundredths of its width, from the largest. */
const SIZES = [3.2, 3, 2.8, 2.6, 2.4, 2.2, 2, 1.8, 1.6, 1.4];

/** Sets what stands on a sheet smaller until all of it is on the one page. */
export function fitSheet(sheet: HTMLElement): void {
  for (const size of SIZES) {
    // Through the CSSOM, which a strict policy allows.
    sheet.style.setProperty('--_size', String(size));
    if (sheet.scrollHeight <= sheet.clientHeight) return;
  }
}
