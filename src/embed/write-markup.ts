/** Text as it stands in markup, so that nothing of it becomes markup. Also inside a shortcode's brackets. */
export const escapeText = (text: string): string =>
  text.replace(/[&<>"'[\]\\]/gu, (letter) => {
    const named: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
    return named[letter] ?? `&#${String(letter.codePointAt(0))};`;
  });

/** ` name="value"` for each; a name alone where the value is empty. */
export const attributesText = (attributes: readonly (readonly [string, string])[]): string =>
  attributes.map(([name, value]) => (value === '' ? ` ${name}` : ` ${name}="${escapeText(value)}"`)).join('');
