import { html, nothing, render, type TemplateResult } from 'lit';
import { DELIVERY, deliveryParts } from '../../src/forms/delivery-draft.js';
import { shownAnswers } from '../../src/forms/shown-answers.js';
import { deliveryLabel } from '../../src/ui/delivery-fields.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { checkIcon, closeIcon } from '../../src/ui/icons.js';
import { base } from '../../src/ui/styles/base.styles.js';
import { styles } from './form-steps.styles.js';
import { late } from './styles/late.styles.js';
import type { LateHost } from './late-host.js';
import { rowLabel, valueWords } from './view.js';

/** What is read to the citizen, and where it is changed. */
interface Line {
  readonly path: string;
  readonly label: string;
  readonly words: string;
  readonly screen: string;
}

/**
 * Reads everything that is sent back to the citizen, one at a time in large type; they say whether it is right. On this screen,
 * or in a second window for a monitor that is turned to them.
 */
export class ReadBackPart {
  #at: number | undefined;
  /** What the citizen called wrong, as it was then; what was changed since is no longer. */
  readonly #wrong = new Map<string, Line>();
  /** The wrong lines that the helper was warned of. */
  #warnedOf = '';
  #window: Window | undefined;

  constructor(private readonly host: LateHost) {}

  /** With the window that a citizen looks at. */
  close(): void {
    this.#closeWindow();
  }

  /** Whether going on must wait for a second press, because the citizen called something wrong that still is so. */
  holds(): boolean {
    if (this.host.application.screen?.kind !== 'review') return false;
    const wrong = this.#stillWrong()
      .map(({ path }) => path)
      .join(' ');
    if (wrong === this.#warnedOf) return false;
    this.#warnedOf = wrong;
    this.host.requestUpdate();
    return wrong !== '';
  }

  render(): TemplateResult {
    return html`${this.#renderReading()} ${this.#renderWrong()}`;
  }

  #renderReading(): TemplateResult {
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

  #lines(): Line[] {
    const { i18n, application } = this.host;
    const { app, delivery, files, screens } = application;
    const steps = app?.form ? shownAnswers(app.form, app.answers, application.files) : [];
    const answers = steps.flatMap(({ name, groups }) =>
      groups
        .flatMap(({ rows }) => rows)
        .filter(({ value }) => value.kind !== 'none')
        .map((row): Line => {
          const words = valueWords(i18n, row.value);
          return { path: row.path, label: rowLabel(i18n, row), words, screen: `fill:${name}` };
        }),
    );
    const papers = files.map(({ id, name, paper = name }): Line => {
      return { path: id, label: paper, words: name, screen: 'attach' };
    });
    const { way } = delivery;
    const parts = way ? (['way', ...deliveryParts(way)] as const) : [];
    const deliveries = parts.map((part): Line => {
      const words = part === 'way' ? i18n.t(`delivery.${way as 'online'}`) : delivery[part];
      return { path: `${DELIVERY}.${part}`, label: deliveryLabel(i18n, part), words, screen: 'delivery' };
    });
    const asked = new Set<string>(screens.map(({ kind }) => kind));
    return [...answers, ...[...papers, ...deliveries].filter(({ screen }) => asked.has(screen))];
  }

  #stillWrong(lines = this.#lines()): Line[] {
    return lines.filter(({ path, words }) => this.#wrong.get(path)?.words === words);
  }

  #renderView(): TemplateResult {
    const { i18n } = this.host;
    const lines = this.#lines();
    const line = lines[this.#at ?? 0];
    return html`<div class="read-back" role="group" aria-label=${i18n.t('read-back.title')}>
      <p class="hint">${i18n.t('read-back.intro')}</p>
      <div aria-live="polite">
        ${
          line
            ? this.#renderLine(line, lines.length)
            : html`<p><b>${i18n.t('read-back.done', { wrong: this.#stillWrong(lines).length })}</b></p>`
        }
      </div>
      <button type="button" class="quiet" @click=${() => this.#go(undefined)}>
        ${closeIcon()}${i18n.t('read-back.close')}
      </button>
    </div>`;
  }

  #renderLine(line: Line, of: number): TemplateResult {
    const { i18n } = this.host;
    const at = this.#at ?? 0;
    const { label, words } = line;
    return html`<p>${i18n.t('read-back.of', { at: at + 1, of })}</p>
      <p class="read-label">${i18n.t('read-back.you', { label })}</p>
      <p class="read-value">${words}</p>
      <p class="actions">
        <button type="button" class="button primary" @click=${() => this.#say(line, true)}>
          ${checkIcon()}${i18n.t('read-back.right')}
        </button>
        <button type="button" class="button" @click=${() => this.#say(line, false)}>
          ${closeIcon()}${i18n.t('read-back.wrong')}
        </button>
      </p>`;
  }

  /** For the helper alone: the citizen’s window has nothing to change. */
  #renderWrong(): unknown {
    const { i18n } = this.host;
    const wrong = this.#stillWrong();
    if (wrong.length === 0) return nothing;
    const isWarned = this.#warnedOf === wrong.map(({ path }) => path).join(' ');
    return html`<div class="no-print">
      ${
        isWarned
          ? html`<p class="error" role="alert">
              ${warningIcon()}<span>${i18n.t('read-back.warn', { wrong: wrong.length })}</span>
            </p>`
          : html`<p><b>${i18n.t('read-back.to-mend')}</b></p>`
      }
      <ul class="list">
        ${wrong.map(
          ({ label, words, screen, path }) =>
            html`<li>
              ${label}: ${words}
              <button
                type="button"
                class="quiet"
                aria-label=${i18n.t('read-back.mend-what', { label })}
                @click=${() => this.host.change(screen, screen === 'attach' ? undefined : path)}
              >
                ${i18n.t('review.change')}
              </button>
            </li>`,
        )}
      </ul>
    </div>`;
  }

  #say(line: Line, isRight: boolean): void {
    if (isRight) this.#wrong.delete(line.path);
    else this.#wrong.set(line.path, line);
    this.#warnedOf = '';
    this.#go((this.#at ?? 0) + 1);
  }

  #go(at: number | undefined): void {
    this.#at = at;
    // Who presses in the other window is there, too.
    this.host.stay();
    if (at === undefined) this.#closeWindow();
    else this.#renderWindow();
    this.host.requestUpdate();
    // What was pressed is gone: at the beginning, after the last line, and at the end. In the other window it is theirs.
    if (at === undefined) this.host.focus('.step-title');
    else if (!this.#window && (at === 0 || at >= this.#lines().length))
      this.host.focus('.read-back .actions button, .read-back > button');
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
