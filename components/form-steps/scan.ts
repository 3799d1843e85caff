import { html, nothing, type TemplateResult } from 'lit';
import { readCitizenCard, type CitizenCard } from '../../src/forms/citizen-card.js';
import { writtenDate } from '../../src/forms/tidy-typed.js';
import { renderHeading } from '../../src/ui/heading.js';
import { controlId, pathOf } from '../../src/ui/field-words.js';
import { cardIcon } from '../../src/ui/form-icons.js';
import type { Place } from '../../src/ui/place.js';
import { QrCamera } from '../../src/ui/qr-camera.js';
import type { LateHost } from './late-host.js';

/**
 * Reads a citizen card's QR code, from a photo or the camera. What was read is shown first and filled in only when the
 * person says so; nothing is kept or sent by it, and typing is always possible.
 */
export class ScanPart {
  #card: CitizenCard | undefined;
  readonly #camera: QrCamera;

  constructor(private readonly host: LateHost) {
    this.#camera = new QrCamera(
      (text) => {
        this.#card = readCitizenCard(text);
        return this.#card !== undefined;
      },
      () => host.requestUpdate(),
    );
  }

  /** With the camera. */
  close(): void {
    this.#camera.close();
  }

  render(place: Place | undefined, onClose: () => void): unknown {
    if (!place) return nothing;
    const { i18n } = this.host;
    const close = () => {
      this.close();
      this.#card = undefined;
      onClose();
    };
    return html`<div class="scan" role="dialog" tabindex="-1" aria-labelledby="scan-title">
      ${renderHeading(this.host.headingLevel(), html`<span id="scan-title">${cardIcon()} ${i18n.t('scan.title')}</span>`, 'group-title')}
      <p>${i18n.t('scan.why')}</p>
      ${this.#card ? this.#renderCard(this.#card, place, close) : this.#camera.renderWays((key) => i18n.t(key))}
      <button
        type="button"
        class="quiet"
        @click=${() => {
          close();
          // Whoever types goes on where they would have begun.
          this.host.focus(`#${CSS.escape(controlId(pathOf({ ...place, part: 'name' })))}`);
        }}
      >
        ${i18n.t('scan.close')}
      </button>
    </div>`;
  }

  #renderCard(card: CitizenCard, place: Place, close: () => void): TemplateResult {
    const { i18n } = this.host;
    const sex = card.sex && i18n.t(card.sex === 'male' ? 'sex.male' : 'sex.female');
    const birth = card.birth && writtenDate(card.birth);
    const lines = [
      [i18n.t('scan.number'), card.number],
      [i18n.t('scan.old-number'), card.oldNumber],
      [i18n.t('scan.name'), card.name],
      [i18n.t('scan.birth'), birth],
      [i18n.t('scan.sex'), sex],
      [i18n.t('scan.address'), card.address],
      [i18n.t('scan.issued'), card.issuedOn && writtenDate(card.issuedOn)],
    ] as const;
    const fill = () => {
      const { number, name, address } = card;
      const person = { number, name, birth, sex: card.sex, address };
      const known = Object.entries(person).filter((pair): pair is [string, string] => pair[1] !== undefined);
      this.host.fillPerson(place, Object.fromEntries(known));
      close();
    };
    return html`<p><b>${i18n.t('scan.found')}</b></p>
      <dl class="rows">
        ${lines.map(([term, words]) =>
          words
            ? html`<div>
                <dt>${term}</dt>
                <dd>${words}</dd>
              </div>`
            : nothing,
        )}
      </dl>
      <p class="actions">
        <button type="button" class="button primary" @click=${fill}>${i18n.t('scan.fill')}</button>
      </p>`;
  }
}
