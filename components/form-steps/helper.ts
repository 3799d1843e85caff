import { html, type TemplateResult } from 'lit';
import type { HelperDraft } from '../../src/forms/draft.js';
import type { Words } from './view.js';

export type HelperPart = keyof HelperDraft;

/** What the helper has not said yet, and the consent where it is not given. */
export function helperGaps({ name, role, consent }: HelperDraft): HelperPart[] {
  return [
    ...(name.trim() ? [] : (['name'] as const)),
    ...(role.trim() ? [] : (['role'] as const)),
    ...(consent ? [] : (['consent'] as const)),
  ];
}

export const helperLabel = (i18n: Words, part: HelperPart, procedure: string): string =>
  part === 'consent' ? i18n.t('assisted.consent', { procedure }) : i18n.t(`assisted.${part}`);

/** Who types for the citizen, and that the citizen agreed to it. */
export function renderHelper(
  i18n: Words,
  helper: HelperDraft,
  procedure: string,
  gaps: readonly HelperPart[],
  onChange: (helper: HelperDraft) => void,
): TemplateResult {
  const text = (part: 'name' | 'role') =>
    html`<div class="field">
      <label for="h-${part}">${helperLabel(i18n, part, procedure)}</label>
      <input
        id="h-${part}"
        type="text"
        autocomplete="off"
        spellcheck="false"
        aria-required="true"
        aria-invalid=${String(gaps.includes(part))}
        .value=${helper[part]}
        @input=${(event: Event) => onChange({ ...helper, [part]: (event.target as HTMLInputElement).value })}
      />
    </div>`;
  return html`<fieldset class="field person">
    <legend>${i18n.t('assisted')}</legend>
    <p>${i18n.t('assisted.intro')}</p>
    ${text('name')} ${text('role')}
    <label class="choice"
      ><input
        type="checkbox"
        id="h-consent"
        aria-required="true"
        aria-invalid=${String(gaps.includes('consent'))}
        .checked=${helper.consent}
        @change=${(event: Event) => onChange({ ...helper, consent: (event.target as HTMLInputElement).checked })}
      />${helperLabel(i18n, 'consent', procedure)}</label
    >
  </fieldset>`;
}
