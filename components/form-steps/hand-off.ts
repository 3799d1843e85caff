import { html, nothing, type TemplateResult } from 'lit';
import { plainCode } from '../../src/dossiers/dossier-code.js';
import { WHOLE_CODE } from '../../src/dossiers/code-shape.js';
import { shownAnswers, type ShownStep } from '../../src/forms/shown-answers.js';
import { copyText } from '../../src/ui/copy-text.js';
import { copyIcon, warningIcon } from '../../src/ui/form-icons.js';
import { renderHeading } from '../../src/ui/heading.js';
import { checkIcon, externalIcon, infoIcon, printerIcon } from '../../src/ui/icons.js';
import { NATIONAL_PORTAL } from '../../src/ui/national-portal.js';
import { renderHelped } from './helped.js';
import type { LateHost } from './late-host.js';
import { portalPageOf } from './portal-page.js';
import { renderRows } from './rows.js';
import { rowLabel, valueWords } from './view.js';

/** What to do on the national portal, with every answer ready to copy. Never looks like the portal itself. */
export class HandOffPart {
  /** Path of the line that was copied last. */
  #copied: string | undefined;

  constructor(private readonly host: LateHost) {}

  /** @param pack the papers, ready to take along */
  render(pack: unknown): TemplateResult {
    const { i18n, application } = this.host;
    const { app, files, source } = application;
    const steps = app?.form ? shownAnswers(app.form, app.answers, files) : [];
    const code = source?.code ?? '';
    const page = portalPageOf(this.host.procedure(), this.host.portalTemplate(), code);
    return html`<div class="handed" data-paper="A4">
      <p class="print-only"><b lang="vi">${this.host.nameOf(code)}</b> (${code})</p>
      ${renderHelped(this.host)}
      <p>${i18n.t(introOf(steps.length > 0, files.length > 0))} ${i18n.t('hand-off.intro')}</p>
      <ol class="plan numbered">
        <li>${i18n.t('hand-off.one')}</li>
        <li>${i18n.t(page ? 'hand-off.two-there' : 'hand-off.two', { code })}</li>
        <li>${i18n.t(steps.length > 0 ? 'hand-off.three' : 'hand-off.three-there')}</li>
        <li>${i18n.t('hand-off.four')}</li>
      </ol>
      <p class="actions no-print">
        <a class="button primary" href=${page ?? NATIONAL_PORTAL} target="_blank" rel="noopener noreferrer"
          >${i18n.t('hand-off.open')}${externalIcon()}</a
        >
        <button type="button" class="button" @click=${() => window.print()}>
          ${printerIcon()}${i18n.t('hand-off.print')}
        </button>
      </p>
      ${
        page
          ? html`<p class="no-print">
              ${i18n.t('hand-off.front-why')}
              <a href=${NATIONAL_PORTAL} target="_blank" rel="noopener noreferrer"
                >${i18n.t('hand-off.front')}${externalIcon()}</a
              >
            </p>`
          : nothing
      }
      ${
        source?.device === 'shared'
          ? html`<p class="warning no-print">${warningIcon()}<span>${i18n.t('hand-off.shared')}</span></p>`
          : nothing
      }
      ${this.host.paperList((list) => list.renderChecklist())} ${steps.map((step) => this.#renderStep(step))}
      ${
        files.length === 0
          ? nothing
          : html`<section class="reviewed no-print">
              ${renderHeading(this.host.headingLevel(), i18n.t('hand-off.files'), 'group-title')}
              <p>${i18n.t('hand-off.files-why')}</p>
              ${pack}
            </section>`
      }
      <p class="print-only">${i18n.t('hand-off.code')}: ${application.noted.trim() || BLANK_LINE}</p>
      ${this.#renderNote()}
    </div>`;
  }

  #renderStep(step: ShownStep): TemplateResult {
    const { i18n } = this.host;
    return html`<section class="reviewed">
      ${renderHeading(this.host.headingLevel(), i18n.text(step.title), 'group-title')}
      ${renderRows(i18n, step, (row) => {
        if (row.value.kind === 'none') return nothing;
        const label = rowLabel(i18n, row);
        const text = valueWords(i18n, row.value);
        const isCopied = this.#copied === row.path;
        return html`<button
          type="button"
          class="quiet no-print"
          aria-label=${i18n.t(isCopied ? 'hand-off.copied' : 'hand-off.copy-what', { label })}
          @click=${(event: Event) => void this.#copy(row.path, label, text, event)}
        >
          ${
            isCopied
              ? html`${checkIcon()}${i18n.t('hand-off.copied-here')}`
              : html`${copyIcon()}${i18n.t('hand-off.copy')}`
          }
        </button>`;
      })}
    </section>`;
  }

  #renderNote(): TemplateResult {
    const { i18n, application } = this.host;
    const noted = application.noted.trim();
    const track = noted ? this.host.trackLink(noted) : undefined;
    return html`<div class="field no-print">
      <label for="noted"
        >${i18n.t('hand-off.code')} <span class="optional">(${i18n.t('optional')})</span></label
      >
      <span class="hint" id="noted-hint">${i18n.t('hand-off.code-hint')}</span>
      <input
        id="noted"
        type="text"
        autocomplete="off"
        spellcheck="false"
        aria-describedby="noted-hint"
        .value=${application.noted}
        @input=${(event: Event) => application.note((event.target as HTMLInputElement).value)}
      />
      ${
        noted
          ? html`<p class="note">
                ${infoIcon()}<span>${i18n.t('hand-off.code-kept', { code: noted })}</span>
              </p>
              ${
                // A code of another shape may still be one: doubted, and never refused.
                WHOLE_CODE.test(plainCode(noted))
                  ? nothing
                  : html`<p class="warning">${warningIcon()}<span>${i18n.t('hand-off.code-doubt')}</span></p>`
              }
              <p class="actions">
                <a class="button" href=${NATIONAL_PORTAL} target="_blank" rel="noopener noreferrer"
                  >${i18n.t('hand-off.look')}${externalIcon()}</a
                >
              </p>`
          : nothing
      }
      ${
        track
          ? html`<p>${i18n.t('hand-off.track-why')}</p>
              <p class="actions"><a class="button" href=${track}>${i18n.t('track')}</a></p>`
          : nothing
      }
    </div>`;
  }

  async #copy(path: string, label: string, text: string, { currentTarget }: Event): Promise<void> {
    const beside = (currentTarget as HTMLElement).closest('div')?.querySelector('dd');
    const isCopied = await copyText(text, () => {
      if (beside) getSelection()?.selectAllChildren(beside);
    });
    this.#copied = isCopied ? path : undefined;
    this.host.requestUpdate();
    this.host.announce(isCopied ? this.host.i18n.t('hand-off.copied', { label }) : '');
  }
}

/** To be written on, on paper. */
const BLANK_LINE = '…'.repeat(30);

/** What of it is ready here, and no more than that. */
function introOf(isFilled: boolean, hasFiles: boolean) {
  if (isFilled) return hasFiles ? 'hand-off.has-both' : 'hand-off.has-answers';
  return hasFiles ? 'hand-off.has-files' : 'hand-off.has-nothing';
}
