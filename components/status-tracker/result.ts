import { html, nothing } from 'lit';
import { declaredSignatures, type DeclaredSignature } from '../../src/dossiers/pdf-signature.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { renderHeading } from '../../src/ui/heading.js';
import { checkIcon } from '../../src/ui/icons.js';
import { inVietnamese } from '../../src/ui/in-vietnamese.js';
import { saveFile } from '../../src/ui/save-file.js';
import type { TrackerHost } from './late-host.js';
import { momentOf, type Situation } from './view.js';

type State =
  | { readonly kind: 'idle' | 'getting' | 'differs' | 'failed' }
  | { readonly kind: 'saved'; readonly signatures: readonly DeclaredSignature[] };

/** The result as a file: handed over only where it is, byte for byte, the one that the office noted. */
export class ResultPart {
  #state: State = { kind: 'idle' };

  constructor(private readonly host: TrackerHost) {}

  render({ told }: Situation): unknown {
    const { i18n } = this.host;
    const result = told.level === 1 ? told.result : undefined;
    return html`<section class="panel" id="panel" tabindex="-1">
      ${renderHeading(this.host.view().headingLevel + 1, i18n.t('result'), 'part-title')}
      ${
        result
          ? html`<p>
                ${inVietnamese(
                  (name) =>
                    i18n.t('result.file', {
                      name,
                      size: i18n.number(Math.ceil(result.size / 1024)),
                      day: i18n.instant(new Date(result.issuedAt)),
                    }),
                  result.name,
                )}
              </p>
              <p class="hint">${i18n.t('result.hash')}: <code>${result.sha256}</code></p>
              <p class="actions">
                <button
                  type="button"
                  class="button primary"
                  ?disabled=${this.#state.kind === 'getting'}
                  @click=${() => void this.#get(result.name, result.sha256)}
                >
                  ${i18n.t('result.get')}
                </button>
              </p>`
          : html`<p>${i18n.t('result.none')}</p>`
      }
      ${this.#renderState()}
    </section>`;
  }

  #renderState(): unknown {
    const { i18n } = this.host;
    const state = this.#state;
    if (state.kind === 'idle') return nothing;
    if (state.kind === 'getting') return html`<p class="busy" role="status">${i18n.t('result.getting')}</p>`;
    if (state.kind !== 'saved')
      return html`<p class="error" role="alert">
        ${warningIcon()}<span>${i18n.t(`result.${state.kind}`)}</span>
      </p>`;
    return html`<p class="done">${checkIcon()}<span>${i18n.t('result.saved')}</span></p>
      ${
        state.signatures.length === 0
          ? html`<p class="hint">${i18n.t('result.unsigned')}</p>`
          : html`<ul class="list">
                ${state.signatures.map((signature) => html`<li>${this.#signatureWords(signature)}</li>`)}
              </ul>
              <p class="hint">${i18n.t('result.unchecked')}</p>`
      }`;
  }

  #signatureWords({ name, at, kind }: DeclaredSignature): unknown {
    const { i18n } = this.host;
    const words = (who: string) =>
      at
        ? i18n.t('result.signed-at', { who, ...momentOf(i18n, new Date(at)) })
        : i18n.t('result.signed', { who });
    const what = kind ? ` (${kind})` : '';
    return name === undefined
      ? words(i18n.t('result.signer-unknown') + what)
      : inVietnamese((who) => words(who + what), name);
  }

  async #get(name: string, sha256: string): Promise<void> {
    this.#is({ kind: 'getting' });
    const fetched = await this.host.tracking.result();
    if (fetched.kind !== 'file') return this.#is({ kind: 'failed' });
    // What was promised in the answer, what the file came with, and what came: all three are one, or nothing is saved.
    if (!fetched.isWhole || fetched.sha256 !== sha256) return this.#is({ kind: 'differs' });
    saveFile(fileName(name), [fetched.bytes], 'application/pdf');
    this.#is({ kind: 'saved', signatures: declaredSignatures(fetched.bytes) });
    this.host.announce(this.host.i18n.t('result.saved'));
  }

  #is(state: State): void {
    this.#state = state;
    this.host.requestUpdate();
  }
}

/** A name is text: what a file system would take for a path is no part of it. */
const fileName = (name: string): string =>
  name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '_').slice(-120) || 'ket-qua.pdf';
