import { html, nothing, type TemplateResult } from 'lit';
import type { Receipt } from '../../src/forms/submission.js';
import { calendarFile } from '../../src/dossiers/calendar-file.js';
import { minuteInVietnam, type DueDate } from '../../src/dossiers/deadline.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { renderHeading } from '../../src/ui/heading.js';
import { checkIcon, infoIcon, printerIcon } from '../../src/ui/icons.js';
import { keptDays } from '../../src/ui/kept-days.js';
import { printCode } from '../../src/ui/print-code.js';
import { renderCode } from '../../src/ui/code-picture.js';
import type { LateHost } from './late-host.js';
import { receiptImage } from './receipt-image.js';
import { renderTerms } from './rows.js';
import { saveFile } from '../../src/ui/save-file.js';
import { timeWords } from './view.js';

/** Paper that a receipt is printed on. */
const PAPERS = ['A4', 'A5', '80'] as const;
type Paper = (typeof PAPERS)[number];

/** What the receiving system holds, as it proved it; on screen, on paper, as a picture and as a date. */
export class ReceiptPart {
  #paper: Paper = 'A4';

  constructor(private readonly host: LateHost) {}

  render(): unknown {
    const receipt = this.host.application.sending?.receipt;
    if (!receipt) return nothing;
    const { i18n } = this.host;
    return html`<article class="receipt paper-${this.#paper}" data-paper=${this.#paper}>
        ${receipt.sample ? html`<p class="note">${infoIcon()}<span>${i18n.t('receipt.sample')}</span></p>` : nothing}
        ${renderHeading(
          this.host.headingLevel(),
          html`${checkIcon()} ${i18n.t('receipt.received')}`,
          'group-title received-title',
        )}
        <div class="receipt-head">${renderTerms(this.#terms(receipt))} ${this.#renderCode(receipt)}</div>
        ${this.#rest(receipt).map((text) =>
          typeof text === 'string'
            ? html`<p>${text}</p>`
            : html`<ul class="list held">
                ${text.map((line) => html`<li>${line}</li>`)}
              </ul>`,
        )}
      </article>
      ${this.#renderActions(receipt)}`;
  }

  /** What stands on every form of the receipt, in words: terms first. */
  #terms(receipt: Receipt): (readonly [term: string, words: string])[] {
    const { i18n } = this.host;
    const at = new Date(receipt.receivedAt);
    const { due, helper, procedure } = receipt;
    const { procedures = [] } = helper ?? {};
    return [
      [i18n.t('receipt.procedure'), this.#named(procedure)],
      [i18n.t('receipt.code'), receipt.dossier],
      [
        i18n.t('receipt.receivedBy'),
        i18n.t('receipt.by', { office: receipt.office, time: timeWords(i18n, at), day: i18n.instant(at) }),
      ],
      [
        i18n.t('receipt.due'),
        due ? i18n.day(due.on) + this.#arithmetic(due, at) : this.#withoutDate(receipt),
      ],
      ...this.#delivery(receipt),
      [i18n.t('receipt.secret'), receipt.secret],
      ...(helper
        ? [
            [
              i18n.t('assisted.name'),
              i18n.t('receipt.helper', { name: helper.name, role: helper.role }),
            ] as const,
          ]
        : []),
      ...(procedures.length > 0
        ? [
            [
              i18n.t('assisted.agreed'),
              i18n.t('assisted.consent', {
                procedure: procedures.map((code) => this.#named(code)).join('; '),
              }),
            ] as const,
          ]
        : []),
    ];
  }

  /** How the result comes, to whom and where; no number, by which whoever finds the paper could call. */
  #delivery({ delivery }: Receipt): (readonly [term: string, words: string])[] {
    if (!delivery) return [];
    const { i18n } = this.host;
    const { way } = delivery;
    const to = [
      'name' in delivery ? delivery.name : '',
      'address' in delivery ? delivery.address : '',
    ].filter(Boolean);
    return [[i18n.t('step.delivery'), [i18n.t(`delivery.${way}`), to.join(', ')].filter(Boolean).join(': ')]];
  }

  /** Then texts, and lists of them. */
  #rest(receipt: Receipt): (string | readonly string[])[] {
    const { i18n } = this.host;
    const files = receipt.files.map(({ name, paper, size, sha256 }) =>
      i18n.t('receipt.file', {
        name: paper ?? name,
        size: i18n.number(Math.ceil(size / 1024)),
        hash: sha256,
      }),
    );
    return [
      i18n.t('receipt.answers', { count: receipt.answers }),
      ...(files.length > 0 ? [i18n.t('receipt.files'), files] : []),
      ...this.#fee(receipt),
      i18n.t(this.#isPractice ? 'receipt.next-practice' : 'receipt.next'),
    ];
  }

  #named(code: string): string {
    const name = this.host.nameOf(code);
    return name === code ? code : `${name} (${code})`;
  }

  get #isPractice(): boolean {
    return this.host.application.source?.destination === 'practice';
  }

  get #isShared(): boolean {
    return this.host.application.source?.device === 'shared';
  }

  #arithmetic(due: NonNullable<Receipt['due']>, at: Date): string {
    const { i18n } = this.host;
    if (!('days' in due)) return '';
    const { days, unit, from, skipped, published } = due;
    const parts = [
      days === 0
        ? i18n.t('receipt.due-same-day')
        : i18n.t(unit === 'working-day' ? 'receipt.due-working-day' : 'receipt.due-day', {
            days,
            from: i18n.day(from),
          }),
      ...this.#startsLater(due, at),
      ...(skipped.length > 0
        ? [i18n.t('receipt.skipped', { days: skipped.map((day) => i18n.day(day)).join(', ') })]
        : []),
      ...(published === undefined ? [] : [i18n.t('receipt.published', { words: published })]),
    ];
    return ` (${parts.join('; ')})`;
  }

  #startsLater({ startsLater, cutOffHour }: Pick<DueDate, 'startsLater' | 'cutOffHour'>, at: Date): string[] {
    const { i18n } = this.host;
    if (startsLater === undefined) return [];
    if (startsLater === 'day-off') return [i18n.t('receipt.day-off')];
    // Where only the morning is worked, it ends before the hour.
    const isHour = cutOffHour !== undefined && minuteInVietnam(at) >= cutOffHour * 60;
    return [isHour ? i18n.t('receipt.after-hour', { hour: cutOffHour }) : i18n.t('receipt.after-closing')];
  }

  /** The time is known and only the days off are not, or nothing is. */
  #withoutDate({ limit }: Receipt): string {
    const { i18n } = this.host;
    if (!limit) return i18n.t('receipt.due-none');
    const { days, unit, published } = limit;
    const time =
      days === 0 ? i18n.t('receipt.limit-same-day') : i18n.t(`receipt.limit-${unit}`, { count: days });
    return [
      ...(published === undefined ? [time] : [time, i18n.t('receipt.published', { words: published })]),
      i18n.t('receipt.no-calendar'),
    ].join('; ');
  }

  #renderCode({ dossier }: Receipt): unknown {
    const code = printCode(dossier);
    return code ? renderCode(code, this.host.i18n.t('receipt.qr')) : nothing;
  }

  #fee({ fee }: Receipt): string[] {
    const { i18n } = this.host;
    if (!fee) return [i18n.t('review.fee-unknown')];
    if (fee.total === 0) return [i18n.t('review.fee-none')];
    const { said: paid } = this.host.application.payment;
    const payment = paid?.kind === 'payment' ? paid.payment : undefined;
    if (payment?.state === 'paid') return [i18n.t('pay.paid', { amount: i18n.money(payment.amount, 'VND') })];
    return [
      i18n.t('pay.amount', { amount: i18n.money(fee.total, 'VND') }),
      ...(payment?.state === 'waiting' ? [i18n.t('pay.waiting')] : []),
      // What became of a payment that was opened is asked, and not guessed.
      ...(this.host.application.sending?.isPaying || this.#isPractice ? [] : [i18n.t('receipt.unpaid')]),
    ];
  }

  #renderActions(receipt: Receipt): TemplateResult {
    const { i18n } = this.host;
    // What was only practised is followed nowhere.
    const track = this.#isPractice ? undefined : this.host.trackLink(receipt.dossier);
    return html`<div class="receipt-actions no-print">
      ${this.#isShared ? html`<p class="warning">${warningIcon()}<span>${i18n.t('receipt.shared')}</span></p>` : nothing}
      <fieldset class="field inline">
        <legend>${i18n.t('receipt.size')}</legend>
        ${PAPERS.map(
          (paper) =>
            html`<label class="choice"
              ><input
                type="radio"
                name="paper"
                .checked=${this.#paper === paper}
                @change=${() => {
                  this.#paper = paper;
                  this.host.requestUpdate();
                }}
              />${paper === '80' ? i18n.t('receipt.size-80') : paper}</label
            >`,
        )}
      </fieldset>
      <p class="actions">
        <button type="button" class="button primary" @click=${() => window.print()}>
          ${printerIcon()}${i18n.t('receipt.print')}
        </button>
        <button type="button" class="button" @click=${() => void this.#saveImage(receipt)}>
          ${i18n.t('receipt.image')}
        </button>
        ${
          receipt.due
            ? html`<button type="button" class="button" @click=${() => this.#saveDate(receipt)}>
                ${i18n.t('receipt.calendar')}
              </button>`
            : nothing
        }
        ${track ? html`<a class="button" href=${track}>${i18n.t('track')}</a>` : nothing}
      </p>
      ${this.#renderKept()}
    </div>`;
  }

  /** For how long it is here, and the way to be rid of it sooner; nothing of a practice is kept. */
  #renderKept(): unknown {
    const { i18n, application, askToDelete } = this.host;
    if (this.#isShared || application.source?.destination === 'practice') return nothing;
    const isKept = application.keeper.savedAt !== undefined;
    return html`<p class="note">
        ${infoIcon()}<span
          >${
            isKept
              ? i18n.t('receipt.kept', { days: keptDays(navigator.userAgent) })
              : i18n.t('receipt.not-kept')
          }</span
        >
      </p>
      <p class="actions">
        <button type="button" class="quiet end" @click=${askToDelete}>${i18n.t('receipt.delete')}</button>
      </p>`;
  }

  async #saveImage(receipt: Receipt): Promise<void> {
    const { i18n } = this.host;
    const title = receipt.sample ? i18n.t('receipt.sample') : i18n.t('receipt.received');
    // Whoever finds it on a computer that others use must know that it is to go from there.
    const mark = this.#isShared ? [i18n.t('receipt.shared-mark')] : [];
    const texts = [...mark, ...this.#rest(receipt).flat()];
    const image = await receiptImage(title, this.#terms(receipt), texts, printCode(receipt.dossier));
    if (image) saveFile(`${receipt.dossier}.png`, [image], 'image/png');
  }

  #saveDate({ dossier, due }: Receipt): void {
    if (!due) return;
    const title = this.host.i18n.t('receipt.calendar-title', { code: dossier });
    // Calendars are shared: the id of the submission, too, is a secret, for it opens the receipt.
    const text = calendarFile({ id: dossier, day: due.on, title, now: this.host.now() });
    saveFile(`${dossier}.ics`, [text], 'text/calendar');
  }
}
