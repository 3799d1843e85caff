import { html, nothing, render, type TemplateResult } from 'lit';
import { shownAnswers, type ShownRow } from '../../src/forms/shown-answers.js';
import { checkIcon, closeIcon } from '../../src/ui/icons.js';
import { base } from '../../src/ui/styles/base.styles.js';
import { styles } from './form-steps.styles.js';
import { late } from './styles/late.styles.js';
import type { LateHost } from './late-host.js';
import { rowLabel, valueWords } from './view.js';

/**
 * Reads every answer back to the citizen, one at a time in large type; they say whether it is right. On this screen,
 * or in a second window for a monitor that is turned to them.
 */
export class ReadBackPart {
  #at: number | undefined;
  readonly #wrong = new Map<string, string>();
  #window: Window | undefined;

  constructor(private readonly host: LateHost) {}

  /** With the window that a citizen looks at. */
  close(): void {
    this.#closeWindow();
  }

  render(): TemplateResult {
    const { i18n } = this.host;
    if (this.#at === undefined)
      return html`<p class="actions no-print">
        <button type="button" class="button" @click=${() => this.#go(0)}>${i18n.t('read-back.title')}</button>
        <button type="button" class="button" @click=${() => this.#openWindow()}>
          ${i18n.t('read-back.window')}
        </button>
      </p>`;
    return this.#renderView();
  }

  #rows(): ShownRow[] {
    const { app } = this.host.application;
    const steps = app?.form ? shownAnswers(app.form, app.answers) : [];
    const groups = steps.flatMap((step) => step.groups);
    return groups.flatMap(({ rows }) => rows.filter(({ value }) => value.kind !== 'none'));
  }

  #renderView(): TemplateResult {
    const { i18n } = this.host;
    const rows = this.#rows();
    const row = rows[this.#at ?? 0];
    return html`<div class="read-back" role="group" aria-label=${i18n.t('read-back.title')}>
      <p class="hint">${i18n.t('read-back.intro')}</p>
      <div aria-live="polite">${row ? this.#renderRow(row, rows.length) : this.#renderEnd()}</div>
      <button type="button" class="quiet" @click=${() => this.#go(undefined)}>
        ${closeIcon()}${i18n.t('read-back.close')}
      </button>
    </div>`;
  }

  #renderRow(row: ShownRow, of: number): TemplateResult {
    const { i18n } = this.host;
    const at = this.#at ?? 0;
    const label = rowLabel(i18n, row);
    return html`<p>${i18n.t('read-back.of', { at: at + 1, of })}</p>
      <p class="read-label">${i18n.t('read-back.you', { label })}</p>
      <p class="read-value">${valueWords(i18n, row.value)}</p>
      <p class="actions">
        <button type="button" class="button primary" @click=${() => this.#say(row.path, undefined)}>
          ${checkIcon()}${i18n.t('read-back.right')}
        </button>
        <button type="button" class="button" @click=${() => this.#say(row.path, label)}>
          ${closeIcon()}${i18n.t('read-back.wrong')}
        </button>
      </p>`;
  }

  #renderEnd(): TemplateResult {
    const { i18n } = this.host;
    return html`<p><b>${i18n.t('read-back.done', { wrong: this.#wrong.size })}</b></p>
      ${
        this.#wrong.size > 0
          ? html`<ul class="list">
              ${[...this.#wrong.values()].map((label) => html`<li>${label}</li>`)}
            </ul>`
          : nothing
      }`;
  }

  #say(path: string, wrong: string | undefined): void {
    if (wrong === undefined) this.#wrong.delete(path);
    else this.#wrong.set(path, wrong);
    this.#go((this.#at ?? 0) + 1);
  }

  #go(at: number | undefined): void {
    if (at === 0) this.#wrong.clear();
    this.#at = at;
    if (at === undefined) this.#closeWindow();
    else this.#renderWindow();
    this.host.requestUpdate();
  }

  /** A window of this page: what it shows never leaves the page, and goes with it. */
  #openWindow(): void {
    this.#closeWindow();
    const opened = window.open('', '', 'popup,width=900,height=700') as (Window & typeof globalThis) | null;
    if (opened) {
      const { document: page } = opened;
      page.title = this.host.i18n.t('read-back.title');
      page.documentElement.lang = this.host.i18n.language;
      // A style sheet belongs to the window that made it.
      page.adoptedStyleSheets = [base, ...styles, late].map(({ cssText }) => {
        const sheet = new opened.CSSStyleSheet();
        sheet.replaceSync(cssText);
        return sheet;
      });
      window.addEventListener('pagehide', this.#closeWindow, { once: true });
      this.#window = opened;
    }
    this.#go(0);
  }

  #renderWindow(): void {
    const page = this.#window?.document;
    if (!page || this.#window?.closed) return;
    render(html`<main class="root second">${this.#renderView()}</main>`, page.body, { creationScope: page });
  }

  readonly #closeWindow = (): void => {
    this.#window?.close();
    this.#window = undefined;
  };
}
