import { html, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { answerAt } from '../../src/forms/answers.js';
import { optionalMark, said, type Control } from '../../src/ui/controls.js';
import { controlId, pathOf } from '../../src/ui/field-words.js';
import { recordOf, renderReuse } from './person.js';
import type { FieldsView } from './fields-view.js';

/** An address as people write it, and what it is called today. */
export function renderAddress(control: Control<FieldsView>): TemplateResult {
  const { view, place, value } = control;
  const { i18n, addressHelp: help } = view;
  const path = pathOf(place);
  const id = controlId(path);
  const { describedBy, invalid, messages } = said({
    ...control,
    hint: control.hint ?? i18n.t('hint.address'),
  });
  const [text, province, commune] = ['text', 'province', 'commune'].map((part) => {
    const answer = answerAt(part, recordOf(value));
    return typeof answer === 'string' ? answer : '';
  }) as [string, string, string];
  return html`<fieldset class="field address">
    <legend>${control.label}${optionalMark(control)}</legend>
    ${messages} ${renderReuse(control, 'address', ['text', 'province', 'commune'])}
    <textarea
      id=${id}
      rows="2"
      aria-label=${control.label}
      autocomplete="off"
      spellcheck="false"
      .value=${live(text)}
      aria-required=${String(control.required)}
      aria-invalid=${String(invalid)}
      aria-describedby=${describedBy}
      @input=${(event: Event) => view.onAnswer({ ...place, part: 'text' }, valueOf(event))}
      @change=${(event: Event) => {
        view.onLeave({ ...place, part: 'text' }, 'address');
        void help?.read(path, valueOf(event), province);
      }}
    ></textarea>
    ${help?.render(control, { text, province, commune })}
  </fieldset>`;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;
