import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Answer } from '../forms/answers.js';
import type { AnswerProblem } from '../forms/check-answers.js';
import { writtenDate, writtenNumber, type TypedKind } from '../forms/tidy-typed.js';
import type { Place } from './place.js';
import { copyIcon, warningIcon } from './form-icons.js';
import { infoIcon } from './icons.js';
import { controlId, pathOf, problemWords, type FieldWords } from './field-words.js';

/** What all controls of a screen share. */
export interface ControlView {
  readonly i18n: FieldWords;
  readonly errors: readonly AnswerProblem[];
  readonly warnings: readonly AnswerProblem[];
  /** The person typed or chose. */
  readonly onAnswer: (place: Place, value: Answer | undefined) => void;
  /** The person left a field that is typed in. */
  readonly onLeave: (place: Place, kind: TypedKind) => void;
}

/**
 * Offers what is known already, while nothing is filled in.
 * @param first what was asked first, where the person goes on: the button is gone then
 */
export const renderOffer = (
  { i18n, onAnswer }: ControlView,
  label: string,
  place: Place,
  answer: Answer,
  first: Place,
): TemplateResult =>
  html`<button
    type="button"
    class="quiet"
    @click=${({ currentTarget }: Event) => {
      onAnswer(place, answer);
      const root = (currentTarget as Element).getRootNode() as ShadowRoot;
      root.getElementById(controlId(pathOf(first)))?.focus();
    }}
  >
    ${copyIcon()}${i18n.t('reuse', { label })}
  </button>`;

/** What one control needs, whatever it is part of. */
export interface Control<View extends ControlView = ControlView> {
  readonly view: View;
  readonly place: Place;
  readonly label: string;
  readonly hint: string | undefined;
  readonly required: boolean;
  readonly value: Answer | undefined;
  readonly kind: TypedKind;
  /** Empty, where the whole that it is a part of is told to be missing. */
  readonly missing?: boolean;
}

interface Said {
  readonly describedBy: string | typeof nothing;
  readonly invalid: boolean;
  readonly messages: unknown;
}

/** What is said beside a control: how to write it, what is wrong, what is worth a second look. */
export function said({ view, place, label, hint, missing = false }: Control): Said {
  const path = pathOf(place);
  const id = controlId(path);
  const errors = view.errors.filter((problem) => problem.path === path);
  const warnings = errors.length > 0 ? [] : view.warnings.filter((problem) => problem.path === path);
  const ids = [
    ...(hint ? [`${id}-hint`] : []),
    ...(errors.length > 0 ? [`${id}-error`] : []),
    ...(warnings.length > 0 ? [`${id}-warning`] : []),
  ];
  return {
    describedBy: ids.length > 0 ? ids.join(' ') : nothing,
    invalid: errors.length > 0 || missing,
    messages: html`${hint ? html`<span class="hint" id="${id}-hint">${hint}</span>` : nothing}
    ${
      errors.length > 0
        ? html`<span class="error" id="${id}-error"
            >${warningIcon()}<span
              ><b>${view.i18n.t('error')}:</b>
              ${errors.map((problem) => problemWords(view.i18n, problem, label)).join(' ')}</span
            ></span
          >`
        : nothing
    }
    ${
      warnings.length > 0
        ? html`<span class="warning" id="${id}-warning"
            >${infoIcon()}<span
              ><b>${view.i18n.t('warning')}:</b>
              ${warnings.map((problem) => problemWords(view.i18n, problem, label)).join(' ')}</span
            ></span
          >`
        : nothing
    }`,
  };
}

export const optionalMark = ({ view, required }: Control) =>
  required ? nothing : html` <span class="optional">(${view.i18n.t('optional')})</span>`;

/** How a phone's keyboard and the browser's memory can help, by kind. */
const HELP: Readonly<Partial<Record<TypedKind, { readonly mode?: string; readonly fill?: string }>>> = {
  phone: { mode: 'tel', fill: 'tel' },
  email: { mode: 'email', fill: 'email' },
  number: { mode: 'decimal' },
  money: { mode: 'numeric' },
  'citizen-number': { mode: 'numeric' },
};

export function renderTyped(control: Control): TemplateResult {
  const { view, place, label, required, kind } = control;
  const id = controlId(pathOf(place));
  const { describedBy, invalid, messages } = said(control);
  const { mode, fill = 'off' } = HELP[kind] ?? {};
  const onInput = (event: Event) => view.onAnswer(place, (event.target as HTMLInputElement).value);
  const onChange = () => view.onLeave(place, kind);
  const text = shownText(kind, control.value);
  return html`<div class="field ${kind}">
    <label for=${id}>${label}${optionalMark(control)}</label>
    ${messages}
    ${
      kind === 'paragraph'
        ? html`<textarea
            id=${id}
            rows="4"
            spellcheck="false"
            .value=${live(text)}
            aria-required=${String(required)}
            aria-invalid=${String(invalid)}
            aria-describedby=${describedBy}
            @input=${onInput}
            @change=${onChange}
          ></textarea>`
        : html`<input
            id=${id}
            type="text"
            .value=${live(text)}
            inputmode=${mode ?? nothing}
            autocomplete=${fill}
            spellcheck="false"
            aria-required=${String(required)}
            aria-invalid=${String(invalid)}
            aria-describedby=${describedBy}
            @input=${onInput}
            @change=${onChange}
          />`
    }
  </div>`;
}

/** What was kept by an earlier version, or copied from another answer, is shown as people write it. */
function shownText(kind: TypedKind, value: Answer | undefined): string {
  if (typeof value === 'number') return writtenNumber(value);
  if (typeof value !== 'string') return '';
  return (kind === 'date' || kind === 'birth') && /^\d{4}-/u.test(value) ? writtenDate(value) : value;
}

type Options = readonly (readonly [value: string, label: string])[];

/** Few choices are all seen at once; more would be a long way to the next question. */
const MOST_RADIOS = 7;

export function renderChoice(control: Control, options: Options): TemplateResult {
  const { view, place, value, kind } = control;
  const id = controlId(pathOf(place));
  const chosen = typeof value === 'string' || typeof value === 'boolean' ? String(value) : '';
  const answer = (text: string) =>
    view.onAnswer(place, kind === 'yes-no' ? text === 'true' : text === '' ? undefined : text);
  if (options.length > MOST_RADIOS) {
    const { describedBy, invalid, messages } = said(control);
    return html`<div class="field">
      <label for=${id}>${control.label}${optionalMark(control)}</label>
      ${messages}
      <select
        id=${id}
        aria-required=${String(control.required)}
        aria-invalid=${String(invalid)}
        aria-describedby=${describedBy}
        @change=${(event: Event) => answer((event.target as HTMLSelectElement).value)}
      >
        <option value="" ?selected=${chosen === ''}>${view.i18n.t('choose')}</option>
        ${options.map(([one, label]) => html`<option value=${one} ?selected=${chosen === one}>${label}</option>`)}
      </select>
    </div>`;
  }
  return renderSet(
    control,
    options.map(
      ([one, label], at) =>
        html`<label class="choice"
          ><input
            type="radio"
            id=${at === 0 ? id : nothing}
            name=${id}
            .checked=${live(chosen === one)}
            @change=${() => answer(one)}
          />${label}</label
        >`,
    ),
  );
}

export function renderChoices(control: Control, options: Options): TemplateResult {
  const { view, place, value } = control;
  const chosen: readonly unknown[] = Array.isArray(value) ? value : [];
  return renderSet(
    control,
    options.map(
      ([one, label], at) =>
        html`<label class="choice"
          ><input
            type="checkbox"
            id=${at === 0 ? controlId(pathOf(place)) : nothing}
            .checked=${live(chosen.includes(one))}
            @change=${({ target }: Event) =>
              view.onAnswer(
                place,
                options
                  .map(([each]) => each)
                  .filter((each) =>
                    each === one ? (target as HTMLInputElement).checked : chosen.includes(each),
                  ),
              )}
          />${label}</label
        >`,
    ),
  );
}

export function renderSet(control: Control, content: unknown, className = ''): TemplateResult {
  const { describedBy, messages } = said(control);
  return html`<fieldset class="field ${className}" aria-describedby=${describedBy}>
    <legend>${control.label}${optionalMark(control)}</legend>
    ${messages} ${content}
  </fieldset>`;
}

export function renderDeclaration(control: Control): TemplateResult {
  const { view, place, label, value, required } = control;
  const { describedBy, invalid, messages } = said(control);
  return html`<div class="field">
    ${messages}
    <label class="choice"
      ><input
        type="checkbox"
        id=${controlId(pathOf(place))}
        aria-required=${String(required)}
        aria-invalid=${String(invalid)}
        aria-describedby=${describedBy}
        .checked=${live(value === true)}
        @change=${(event: Event) => view.onAnswer(place, (event.target as HTMLInputElement).checked)}
      />${label}</label
    >
  </div>`;
}
