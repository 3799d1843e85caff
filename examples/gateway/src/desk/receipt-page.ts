import { html, raw } from 'hono/html';
import { writtenDate } from '../../../../src/forms/tidy-typed.js';
import type { Receipt } from '../../../../src/forms/submission.js';
import { printCode } from '../../../../src/ui/print-code.js';
import type { DeskDossier } from './desk-dossiers.js';
import { titleOf } from './list-page.js';
import { page, writtenMoment, type Html, type PageFrame } from './page.js';
import { DELIVERY_WORDS, limitWords, WORDS } from './words.js';

/** The dossier was brought on paper and registered here: its receipt may be printed once more. */
export const isPaper = ({ history: [first] }: DeskDossier): boolean => first?.act === 'register';

/** What the person takes home: what was received, when it is due, and what opens the dossier on the page of the tracker. */
export function receiptPage(frame: PageFrame, dossier: DeskDossier, trackUrl: string | undefined): Html {
  const { code, receipt, history, sent } = dossier;
  const [first] = history;
  const papers = (first?.parts ?? []).map(({ label }) => label.vi);
  const address = `${frame.desk}/dossiers/${encodeURIComponent(code)}`;
  const { person, phone, number } = sent.answers as Readonly<
    Partial<Record<'person' | 'phone' | 'number', unknown>>
  >;
  const name = (person as { readonly name?: string } | undefined)?.name;
  const facts: readonly (readonly [string, string | undefined])[] = [
    [WORDS.code, code],
    [WORDS.secret, spaced(receipt.secret)],
    [WORDS.procedure, `${titleOf(dossier)} (${dossier.procedure})`],
    [WORDS.applicant, name],
    [WORDS.receivedAt, writtenMoment(receipt.receivedAt)],
    [WORDS.receivedBy, `${first?.actor ?? ''} – ${receipt.office}`],
    [WORDS.due, promisedOn(receipt)],
    [WORDS.delivery, receipt.delivery && DELIVERY_WORDS[receipt.delivery.way]],
  ];
  const opens = phone !== undefined || number !== undefined;
  return page(
    frame,
    WORDS.receipt,
    html`<p class="back">
        <a href="${address}">${WORDS.toDossier}</a> · <a href="${frame.desk}/new">${WORDS.register}</a>
      </p>
      <p class="said screen" role="status">${WORDS.receiptHint}</p>
      <div class="receipt">
        <dl>
          ${facts.map(
            ([label, value]) =>
              value !== undefined &&
              html`<div>
                <dt>${label}</dt>
                <dd>${value}</dd>
              </div>`,
          )}
        </dl>
        ${pictureOf(code)}
      </div>
      <h2>${WORDS.papersReceived}</h2>
      ${
        papers.length > 0
          ? html`<ul>
              ${papers.map((paper) => html`<li>${paper}</li>`)}
            </ul>`
          : html`<p>${WORDS.noPapers}</p>`
      }
      <p>${WORDS.followHow}</p>
      ${trackUrl !== undefined && html`<p>${WORDS.followAt} <strong>${trackUrl}</strong></p>`}
      ${opens && html`<p>${WORDS.followDigits}</p>`}
      <p>${WORDS.keepSecret}</p>`,
  );
}

/** What was promised then; where the days off on the way were not known, the time alone, and why. */
const promisedOn = ({ due, limit }: Receipt): string => {
  if (due) return writtenDate(due.on);
  return limit ? `${limitWords(limit)}. ${WORDS.limitWhy}` : WORDS.noDue;
};

/** As it is read aloud and typed. */
const spaced = (secret: string): string => `${secret.slice(0, 5)} ${secret.slice(5)}`;

/** The code of the dossier alone: whatever reads the picture learns nothing that opens it. */
function pictureOf(code: string): Html | '' {
  const picture = printCode(code);
  if (!picture) return '';
  const { size, path } = picture;
  const side = String(size + 8);
  return html`<svg
    class="qr"
    viewBox="-4 -4 ${side} ${side}"
    role="img"
    aria-label="${WORDS.qr}"
    shape-rendering="crispEdges"
  >
    <rect x="-4" y="-4" width="${side}" height="${side}" fill="#fff" />
    ${raw(`<path d="${path}" fill="#000" />`)}
  </svg>`;
}
