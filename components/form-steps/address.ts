import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { answerAt, isFilled } from '../../src/forms/answers.js';
import { mergedProvinceIn, PROVINCES } from '../../src/forms/provinces.js';
import { infoIcon } from '../../src/ui/icons.js';
import { optionalMark, said, type Control } from './controls.js';
import { controlId, pathOf } from './fields-view.js';
import { recordOf, renderReuse } from './person.js';

/** An address as people write it, and what it is called today. */
export function renderAddress(control: Control): TemplateResult {
  const { view, place, value } = control;
  const { i18n } = view;
  const id = controlId(pathOf(place));
  const { describedBy, invalid, messages } = said({
    ...control,
    hint: control.hint ?? i18n.t('hint.address'),
  });
  const address = recordOf(value);
  const text = answerAt('text', address);
  const written = typeof text === 'string' ? text : '';
  const province = answerAt('province', address);
  const merged = mergedProvinceIn(written);
  const answer = (part: string) => (event: Event) =>
    view.onAnswer({ ...place, part }, (event.target as HTMLInputElement).value);
  return html`<fieldset class="field address">
    <legend>${control.label}${optionalMark(control)}</legend>
    ${messages} ${renderReuse(control, 'address', ['text', 'province', 'commune'])}
    <textarea
      id=${id}
      rows="2"
      aria-label=${control.label}
      autocomplete="off"
      spellcheck="false"
      .value=${live(written)}
      aria-required=${String(control.required)}
      aria-invalid=${String(invalid)}
      aria-describedby=${describedBy}
      @input=${answer('text')}
      @change=${() => view.onLeave({ ...place, part: 'text' }, 'address')}
    ></textarea>
    ${
      merged && province !== merged.now
        ? html`<p class="note">
            ${infoIcon()}<span
              >${i18n.t('address.merged', { old: merged.old, now: merged.now })}
              <button
                type="button"
                class="quiet"
                @click=${() => view.onAnswer({ ...place, part: 'province' }, merged.now)}
              >
                ${i18n.t('address.use', { now: merged.now })}
              </button></span
            >
          </p>`
        : nothing
    }
    <label for="${id}-province"
      >${i18n.t('address.province')} <span class="optional">(${i18n.t('optional')})</span></label
    >
    <select id="${id}-province" @change=${answer('province')}>
      <option value="" ?selected=${!isFilled(province)}>${i18n.t('address.province-none')}</option>
      ${PROVINCES.map((name) => html`<option value=${name} ?selected=${province === name}>${name}</option>`)}
    </select>
  </fieldset>`;
}
