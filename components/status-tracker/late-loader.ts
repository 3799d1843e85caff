import { html, nothing } from 'lit';
import { warningIcon } from '../../src/ui/form-icons.js';
import type { Words } from './view.js';

/** Fetches what is needed later, once; says so where it does not come. */
export class LateLoader<Parts extends { close(): Promise<unknown> }> {
  #parts: Parts | 'missing' | undefined;
  #load: Promise<void> | undefined;
  /** Counts what was dropped: what comes for an earlier dossier is nobody’s. */
  #turn = 0;

  /** @param load fetches the code and its words; what it resolves to makes the parts, where they are still wanted */
  constructor(
    private readonly i18n: Words,
    private readonly load: () => Promise<() => Parts>,
    private readonly onChange: () => void,
  ) {}

  /** Resolves once it is there, or is known not to come. */
  get arrived(): Promise<void> {
    return this.#load ?? Promise.resolve();
  }

  /** The parts, where they are there. */
  get parts(): Parts | undefined {
    return this.#parts === 'missing' ? undefined : this.#parts;
  }

  need(): Parts | undefined {
    this.#load ??= this.#fetch();
    return this.parts;
  }

  async #fetch(): Promise<void> {
    const turn = this.#turn;
    const make = await this.load().catch(() => undefined);
    if (turn !== this.#turn) return;
    this.#parts = make?.() ?? 'missing';
    this.onChange();
  }

  /** Resolves once nothing is written any more. */
  async close(): Promise<void> {
    await this.parts?.close();
  }

  /** Nothing of one dossier comes into the next. */
  drop(): Promise<void> {
    const closed = this.close();
    this.#turn += 1;
    this.#parts = undefined;
    this.#load = undefined;
    this.onChange();
    return closed;
  }

  /** @param meanwhile shown until it is there */
  render(render: (parts: Parts) => unknown, meanwhile: () => unknown = () => nothing): unknown {
    if (this.#parts === 'missing')
      return html`<p class="error">${warningIcon()}<span>${this.i18n.t('late-missing')}</span></p>
        <button type="button" class="button" @click=${() => void this.drop()}>
          ${this.i18n.t('retry')}
        </button>`;
    const parts = this.need();
    return parts ? render(parts) : meanwhile();
  }
}
