import { html, nothing, type TemplateResult } from 'lit';
import type { Province } from '../../src/forms/province-list.js';
import type { Control } from '../../src/ui/controls.js';
import { controlId, pathOf } from '../../src/ui/field-words.js';
import { infoIcon } from '../../src/ui/icons.js';
import type { IsoDate } from '../../src/shared/clock.js';
import { AddressHelp, type AddressFound } from './address-help.js';
import type { AddressPart, FieldsView, WrittenAddress } from './fields-view.js';

export { formAddress } from '../../src/i18n/namespaces/form-address.js';

/** What an address is called today, below the box that it is written in; fetched where a form asks for one. */
export class AddressLate implements AddressPart {
  readonly #help: AddressHelp;

  constructor(today: () => IsoDate, onChange: () => void) {
    this.#help = new AddressHelp(today, onChange);
  }

  read(path: string, text: string, province: string): Promise<void> {
    return this.#help.read(path, text, this.#named(province));
  }

  render(control: Control<FieldsView>, { text, province, commune }: WrittenAddress): TemplateResult {
    const found = this.#help.foundIn(pathOf(control.place), text);
    return html`${renderFound(control, found, { province, commune })}
    ${renderToday(control, this.#help, this.#named(province), commune)}`;
  }

  #named = (province: string): Province | undefined =>
    province ? this.#help.provinceNamed(province) : undefined;
}

const valueOf = (event: Event): string => (event.target as HTMLInputElement).value;

/** Province and commune of today, from the lists. */
function renderToday(
  { view, place }: Control<FieldsView>,
  help: AddressHelp,
  chosen: Province | undefined,
  commune: string,
): TemplateResult {
  const { i18n } = view;
  const id = controlId(pathOf(place));
  const none = html`<option value="">${i18n.t('address.none')}</option>`;
  const option = (name: string, isChosen: boolean) =>
    html`<option value=${name} ?selected=${isChosen}>${name}</option>`;
  const label = (part: 'province' | 'commune') =>
    html`<label for="${id}-${part}"
      >${i18n.t(`address.${part}`)} <span class="optional">(${i18n.t('optional')})</span></label
    >`;
  return html`${label('province')}
    <select
      id="${id}-province"
      @change=${(event: Event) => {
        view.onAnswer({ ...place, part: 'province' }, valueOf(event));
        view.onAnswer({ ...place, part: 'commune' }, '');
      }}
    >
      ${none} ${help.provinces.map(({ code, fullName }) => option(fullName, code === chosen?.code))}
    </select>
    ${
      chosen
        ? html`${label('commune')}
            <select
              id="${id}-commune"
              @change=${(event: Event) => view.onAnswer({ ...place, part: 'commune' }, valueOf(event))}
            >
              ${none} ${help.communesOf(chosen).map((name) => option(name, name === commune))}
            </select>`
        : nothing
    }`;
}

/** What was recognised in the words, as a question: only the person knows where they live. */
function renderFound(
  { view, place }: Control<FieldsView>,
  found: AddressFound | undefined,
  answered: { readonly province: string; readonly commune: string },
): TemplateResult | typeof nothing {
  if (!found) return nothing;
  const { i18n } = view;
  const { province, former, read } = found;
  const candidates = read?.candidates ?? [];
  const isAnswered = answered.province === province.fullName;
  if (candidates.length === 0) {
    if (!former || isAnswered) return nothing;
    return note(i18n.t('address.merged', { old: former, now: province.fullName }), [
      { words: i18n.t('address.use', { now: province.fullName }), commune: '' },
    ]);
  }
  if (isAnswered && candidates.includes(answered.commune)) return nothing;
  const [before] = (read?.readings ?? []).flatMap((reading) => (reading.era === 'before' ? [reading] : []));
  const [only] = candidates;
  const words =
    candidates.length > 1
      ? i18n.t('address.several')
      : before
        ? i18n.t('address.before', {
            old: [before.commune, before.district, before.province].join(', '),
            now: [only, province.fullName].join(', '),
          })
        : i18n.t('address.today');
  return note(
    words,
    candidates.map((commune) => ({
      words: i18n.t('address.use', { now: [commune, province.fullName].join(', ') }),
      commune,
    })),
  );

  function note(
    text: string,
    choices: readonly { readonly words: string; readonly commune: string }[],
  ): TemplateResult {
    return html`<div class="note" role="status">
      ${infoIcon()}
      <div>
        <p>${text}</p>
        ${choices.map(
          ({ words: label, commune }) =>
            html`<button
              type="button"
              class="quiet"
              @click=${() => {
                view.onAnswer({ ...place, part: 'province' }, province.fullName);
                view.onAnswer({ ...place, part: 'commune' }, commune);
              }}
            >
              ${label}
            </button>`,
        )}
      </div>
    </div>`;
  }
}
