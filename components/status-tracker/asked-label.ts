import type { AskedField } from '../../src/forms/asked-schema.js';
import type { Words } from './view.js';

/** What is asked, as the form asks it. */
export const labelOf = (
  i18n: Words,
  { label, part, unit }: Pick<AskedField, 'label' | 'part' | 'unit'>,
): string => {
  const words = i18n.text(label);
  if (part !== undefined) return `${words} – ${i18n.t(`part.${part}`)}`;
  return unit ? `${words} (${i18n.text(unit)})` : words;
};
