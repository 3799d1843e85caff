import { html, nothing, type TemplateResult } from 'lit';
import type { ShownGroup, ShownRow, ShownStep } from '../../src/forms/shown-answers.js';
import { shownAnswers } from '../../src/forms/shown-answers.js';
import type { LocalizedText } from '../../src/shared/localized-text.js';
import { renderHeading } from '../../src/ui/heading.js';
import { printerIcon } from '../../src/ui/icons.js';
import type { LateHost } from './late-host.js';
import { renderHelped } from './helped.js';
import { rowLabel, valueWords } from './view.js';

export { paper } from './styles/paper.styles.js';

/**
 * The filled form on A4, as an office is used to it: to whom, by what procedure, dotted lines where something is to be
 * written by hand, place, day and signature. The browser prints it: its fonts have every letter.
 */
export class PaperPart {
  constructor(private readonly host: LateHost) {}

  render(): unknown {
    const { i18n, application } = this.host;
    const { app, source } = application;
    if (!app?.form) return nothing;
    const { form, answers } = app;
    const code = source?.code ?? '';
    const steps = shownAnswers(form, answers, application.files);
    // Some forms ask it themselves.
    const to = rowsOf(steps).find(({ path }) => path === form.addressee);
    return html`<p class="actions no-print">
        <button type="button" class="button primary" @click=${() => window.print()}>
          ${printerIcon()}${i18n.t('print.now')}
        </button>
      </p>
      <article class="paper" data-paper="A4">
        <p class="nation" lang="vi">
          <b>${i18n.t('print.nation')}</b><b class="motto">${i18n.t('print.motto')}</b>
        </p>
        ${renderHeading(this.host.headingLevel(), this.#title(form.title), 'paper-title')}
        <p class="paper-procedure">
          <span lang="vi">${this.host.nameOf(code)}</span> ${i18n.t('print.procedure', { code })}
        </p>
        <p class="paper-to"><b>${i18n.t('print.to')}:</b> ${this.#addressee(to)}</p>
        ${steps.map((step) => this.#renderStep(step, to))}
        <div class="sign">
          <p lang="vi">${i18n.t('print.day')}</p>
          <p><b>${i18n.t('print.sign')}</b></p>
          <p><i>${i18n.t('print.sign-how')}</i></p>
        </div>
        ${renderHelped(this.host)}
        <p class="source">${i18n.t('print.source', { source: form.source.name })}</p>
        ${form.source.verifiedOn === undefined ? html`<p class="source">${i18n.t('print.unverified')}</p>` : nothing}
      </article>`;
  }

  /** As the official form is called, where it has no name in the language of the page. */
  #title(title: LocalizedText): TemplateResult {
    const { i18n } = this.host;
    return html`<span lang=${Object.hasOwn(title, i18n.language) ? nothing : 'vi'}
      >${i18n.text(title)}</span
    >`;
  }

  /** As it was answered; else the agency, of which mostly the kind alone is known, with room for which one. */
  #addressee(row: ShownRow | undefined): TemplateResult {
    if (row && row.value.kind !== 'none')
      return html`<span class="fill">${valueWords(this.host.i18n, row.value)}</span>`;
    const { competentAgency, receivingAgency } = this.host.procedure() ?? {};
    const agency = competentAgency ?? receivingAgency;
    return html`${agency ? html`<span lang="vi">${agency}</span>` : nothing}<span class="fill"></span>`;
  }

  #renderStep({ title, groups }: ShownStep, to: ShownRow | undefined): TemplateResult {
    const { i18n } = this.host;
    return html`${renderHeading(this.host.headingLevel() + 1, i18n.text(title), 'paper-part')}
    ${groups.map((group) => this.#renderGroup(group, to))}`;
  }

  #renderGroup({ group, entry, rows }: ShownGroup, to: ShownRow | undefined): TemplateResult {
    const { i18n } = this.host;
    const declared = rows.filter(({ field }) => field.kind === 'declaration');
    const asked = rows.filter((row) => row !== to && !declared.includes(row));
    return html`${
      entry === undefined
        ? nothing
        : html`<p class="entry-title">
            ${i18n.t('entry', { label: i18n.text(group.repeat?.entry ?? { vi: '' }), number: entry })}
          </p>`
    }
    ${asked.length > 0 ? html`<dl class="lines">${asked.map((row) => this.#renderRow(row))}</dl>` : nothing}
    ${declared.map(({ field, value }) => html`<p>${box(value.kind === 'yes-no' && value.yes)} ${i18n.text(field.label)}</p>`)}`;
  }

  #renderRow(row: ShownRow): TemplateResult {
    const { i18n } = this.host;
    const { field, part, value } = row;
    // The number that it has on the official form, once.
    const isFirst = field.kind !== 'person' || part === field.parts[0];
    const label = rowLabel(i18n, row);
    return html`<div>
      <dt>${field.item && isFirst ? `${field.item}. ` : ''}${label}${/[?:]$/u.test(label) ? '' : ':'}</dt>
      ${value.kind === 'none' ? this.#renderBlank(row) : html`<dd class="fill">${valueWords(i18n, value)}</dd>`}
    </div>`;
  }

  /** To be ticked, or to be written on. */
  #renderBlank({ field, part }: ShownRow): TemplateResult {
    const { i18n } = this.host;
    const absent = html`<span class="visually-hidden no-print">${i18n.t('not-answered')}</span>`;
    const choices =
      field.kind === 'choice' || field.kind === 'choices'
        ? field.options.map(({ label }) => i18n.text(label))
        : field.kind === 'yes-no'
          ? [i18n.t('yes'), i18n.t('no')]
          : part === 'sex'
            ? [i18n.t('sex.male'), i18n.t('sex.female')]
            : [];
    if (choices.length > 0)
      return html`<dd class="boxes">
        ${absent}${choices.map((words) => html`<span>${box(false)} ${words}</span>`)}
      </dd>`;
    return html`<dd class="fill">${absent}</dd>
      ${field.kind === 'paragraph' ? html`<dd class="fill more" aria-hidden="true"></dd>` : nothing}`;
  }
}

const rowsOf = (steps: readonly ShownStep[]): ShownRow[] =>
  steps.flatMap(({ groups }) => groups.flatMap(({ rows }) => rows));

const box = (isTicked: boolean): TemplateResult =>
  html`<span class="box" aria-hidden="true">${isTicked ? '✓' : ''}</span>`;
