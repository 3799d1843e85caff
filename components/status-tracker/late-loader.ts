import { html, nothing } from 'lit';
import type { form } from '../../src/i18n/namespaces/form.js';
import type { formLate } from '../../src/i18n/namespaces/form-late.js';
import type { readAloud } from '../../src/i18n/namespaces/read-aloud.js';
import type { tracker } from '../../src/i18n/namespaces/tracker.js';
import type { trackerLate } from '../../src/i18n/namespaces/tracker-late.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import type { LocalizeController } from '../../src/ui/localize-controller.js';
import type { TrackerHost } from './late-host.js';
import type { LateParts } from './late.js';
import type { RestParts } from './view.js';

export type TrackerWords = LocalizeController<
  readonly [typeof tracker],
  typeof trackerLate | typeof formLate | typeof form | typeof readAloud
>;

/** Fetches what only a dossier that was found needs, once; says so where it does not come. */
export class LateLoader {
  #parts: LateParts | 'missing' | undefined;
  #load: Promise<void> | undefined;
  /** Counts what was dropped: what comes for an earlier dossier is nobody’s. */
  #turn = 0;

  constructor(
    private readonly i18n: TrackerWords,
    private readonly host: () => TrackerHost,
    private readonly onChange: () => void,
  ) {}

  /** Resolves once it is there, or is known not to come. */
  get arrived(): Promise<void> {
    return this.#load ?? Promise.resolve();
  }

  need(): LateParts | undefined {
    this.#load ??= this.#fetch();
    return this.#parts === 'missing' ? undefined : this.#parts;
  }

  async #fetch(): Promise<void> {
    const turn = this.#turn;
    let parts: LateParts | 'missing';
    try {
      const {
        LateParts: Parts,
        form: forms,
        formLate: formsLate,
        trackerLate: words,
      } = await import('./late.js');
      await Promise.all([this.i18n.use(words), this.i18n.use(formsLate), this.i18n.use(forms)]);
      if (turn !== this.#turn) return;
      parts = new Parts(this.host());
    } catch {
      parts = 'missing';
    }
    if (turn !== this.#turn) return;
    this.#parts = parts;
    this.onChange();
  }

  close(): void {
    if (this.#parts !== 'missing') this.#parts?.close();
  }

  /** Nothing of one dossier comes into the next. */
  drop(): void {
    this.close();
    this.#turn += 1;
    this.#parts = undefined;
    this.#load = undefined;
    this.onChange();
  }

  render(render: (parts: RestParts) => unknown): unknown {
    if (this.#parts === 'missing')
      return html`<p class="error">${warningIcon()}<span>${this.i18n.t('late-missing')}</span></p>
        <button type="button" class="button" @click=${() => this.drop()}>${this.i18n.t('retry')}</button>`;
    const parts = this.need();
    return parts ? render(parts) : nothing;
  }
}
