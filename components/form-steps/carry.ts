import { html, nothing, type TemplateResult } from 'lit';
import type { Draft } from '../../src/forms/draft.js';
import { newPhrase, openSealed, sealDraft } from '../../src/ui/carry-home.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import type { LateHost } from './late-host.js';
import { saveFile } from '../../src/ui/save-file.js';

type Trouble = 'wrong' | 'other' | 'unreadable';

/** Takes a draft to another computer in a locked file, and opens one from there. */
export class CarryPart {
  #phrase = '';
  #typed = '';
  #trouble: Trouble | undefined;

  constructor(private readonly host: LateHost) {}

  /** @param canSave whether something is typed here that can be taken along, and that a file would take the place of */
  render(canSave: boolean): TemplateResult {
    return canSave ? this.#renderSaving() : this.#renderOpening();
  }

  #renderSaving(): TemplateResult {
    const { i18n } = this.host;
    return html`<p>${i18n.t('carry.why')}</p>
      <p class="actions">
        <button type="button" class="button" @click=${() => void this.#save()}>
          ${i18n.t('carry.save')}
        </button>
      </p>
      ${
        this.#phrase
          ? html`<p>${i18n.t('carry.phrase')}: <b class="phrase" lang="vi">${this.#phrase}</b></p>`
          : nothing
      }`;
  }

  #renderOpening(): TemplateResult {
    const { i18n } = this.host;
    return html`<div class="field">
        <label for="carry-phrase">${i18n.t('carry.phrase-enter')}</label>
        <input
          id="carry-phrase"
          type="text"
          autocomplete="off"
          spellcheck="false"
          .value=${this.#typed}
          @input=${(event: Event) => (this.#typed = (event.target as HTMLInputElement).value)}
        />
      </div>
      <p class="actions">
        <label class="button picker"
          ><input
            type="file"
            class="visually-hidden"
            @change=${(event: Event) => void this.#open(event.target as HTMLInputElement)}
          />${i18n.t('carry.open')}</label
        >
      </p>
      ${
        this.#trouble
          ? html`<p class="error" role="alert">
              ${warningIcon()}<span>${i18n.t(`carry.${this.#trouble}`)}</span>
            </p>`
          : nothing
      }`;
  }

  async #save(): Promise<void> {
    const { draft } = this.host.application;
    if (!draft) return;
    const phrase = newPhrase();
    saveFile(`${draft.procedure}.dvc`, [await sealDraft(draft, phrase)], 'application/octet-stream');
    // Nobody writes down a phrase for which there is no file.
    this.#phrase = phrase;
    this.host.requestUpdate();
  }

  async #open(input: HTMLInputElement): Promise<void> {
    const [file] = input.files ?? [];
    if (!file) return;
    // Its stick may have been pulled out since it was chosen.
    const bytes = await file.arrayBuffer().catch(() => undefined);
    const draft = bytes && (await openSealed(bytes, this.#typed));
    input.value = '';
    this.#trouble = this.#troubleWith(bytes, draft);
    if (draft && !this.#trouble) {
      this.host.application.openDraft(draft);
      this.host.application.keep();
      this.host.announce(this.host.i18n.t('carry.opened'));
    }
    this.host.requestUpdate();
  }

  #troubleWith(bytes: ArrayBuffer | undefined, draft: Draft | undefined): Trouble | undefined {
    if (!bytes) return 'unreadable';
    if (!draft) return 'wrong';
    return draft.procedure === this.host.application.source?.code ? undefined : 'other';
  }
}
