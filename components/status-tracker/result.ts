import { html, nothing } from 'lit';
import type { DeclaredSignature } from '../../src/dossiers/pdf-signature.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { renderHeading } from '../../src/ui/heading.js';
import { checkIcon } from '../../src/ui/icons.js';
import { inVietnamese } from '../../src/ui/in-vietnamese.js';
import { saveFile } from '../../src/ui/save-file.js';
import type { Told } from '../../src/ui/tracking-options.js';
import type { TrackerHost } from './late-host.js';
import { momentOf, type Situation } from './view.js';

/** The file that is handed over, or what came of that. */
type State =
  | { readonly kind: 'idle' | 'getting' | 'differs' | 'failed' }
  | { readonly kind: 'saved'; readonly signatures: readonly DeclaredSignature[] };

/** The result as a file: handed over only where it is, byte for byte, the one that the office noted. */
export class ResultPart {
  #state: State = { kind: 'idle' };
  /** Hash of the result that this is told of: an office may take one back and give another. */
  #stateOf: string | undefined;

  constructor(private readonly host: TrackerHost) {}

  render({ told }: Situation): unknown {
    const { i18n } = this.host;
    const result = told.level === 1 ? told.result : undefined;
    const state: State = result && this.#stateOf === result.sha256 ? this.#state : { kind: 'idle' };
    return html`<section class="panel" id="panel" tabindex="-1">
      ${renderHeading(this.host.view().headingLevel + 1, i18n.t('result'), 'part-title')}
      ${
        result
          ? html`${this.#renderTakenBack(told)}
              <p>
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
                  aria-disabled=${String(state.kind === 'getting')}
                  @click=${() => void this.#get(result.name, result.sha256)}
                >
                  ${i18n.t('result.get')}
                </button>
              </p>`
          : html`<p>${i18n.t('result.none')}</p>`
      }
      ${this.#renderState(state)}
    </section>`;
  }

  /** That there was another one, which may lie on this machine. */
  #renderTakenBack(told: Told): unknown {
    const row = told.level === 1 ? told.history.filter(({ act }) => act === 'take-back').at(-1) : undefined;
    if (!row) return nothing;
    const day = this.host.i18n.instant(new Date(row.at));
    return html`<p class="warning">
      ${warningIcon()}<span>${this.host.i18n.t('result.renewed', { day })}</span>
    </p>`;
  }

  #renderState(state: State): unknown {
    const { i18n } = this.host;
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
    if (this.#state.kind === 'getting' && this.#stateOf === sha256) return;
    this.#stateOf = sha256;
    this.#is(sha256, { kind: 'getting' });
    const [fetched, reader] = await Promise.all([
      this.host.tracking.result(),
      import('../../src/dossiers/pdf-signature.js').catch(() => undefined),
    ]);
    // Without what reads signatures nothing could be said of them.
    if (fetched.kind !== 'file' || !reader) return this.#is(sha256, { kind: 'failed' });
    // What was promised in the answer, what the file came with, and what came: all three are one, or nothing is saved.
    if (!fetched.isWhole || fetched.sha256 !== sha256) return this.#is(sha256, { kind: 'differs' });
    // Taken back meanwhile: nobody is to have it.
    const { told } = this.host.tracking;
    if (told?.level !== 1 || told.result?.sha256 !== sha256) return this.#is(sha256, { kind: 'idle' });
    saveFile(fileName(name), [fetched.bytes], 'application/pdf');
    this.#is(sha256, { kind: 'saved', signatures: reader.declaredSignatures(fetched.bytes) });
    this.host.announce(this.host.i18n.t('result.saved'));
  }

  /** Of a result that is not the one asked for any more nothing is told. */
  #is(sha256: string, state: State): void {
    if (this.#stateOf !== sha256) return;
    this.#state = state;
    this.host.requestUpdate();
  }
}

/** A name is text: what a file system would take for a path is no part of it. */
const fileName = (name: string): string =>
  name.replace(/[\\/:*?"<>|\p{Cc}]+/gu, '_').slice(-120) || 'ket-qua.pdf';
