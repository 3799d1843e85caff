/* Which words a screen reader would read in the wrong language. */

/** Source of an expression for the letters that Vietnamese has and English has not. */
export const VIETNAMESE_LETTERS = /[àáâãèéêìíòóôõùúýăđĩũơư\u1ea0-\u1ef9]/u.source;

/**
 * Texts of an element with letters of Vietnamese that nothing says to be Vietnamese. It is sent into pages as it stands.
 * @param {Element} element one with an open shadow root
 * @param {[readonly string[], string]} known what is called so in every language, and the source of the expression for
 * letters of Vietnamese
 * @returns {string[]}
 */
export function unmarkedVietnamese(element, [names, letters]) {
  const isVietnamese = new RegExp(letters, 'iu');
  const found = [];
  const look = (text) => {
    const rest = names.reduce((left, name) => left.replaceAll(name, ''), text);
    if (isVietnamese.test(rest.normalize('NFC'))) found.push(text.trim());
  };
  const walk = (node) => {
    if (node.nodeType === 3) look(node.data);
    else if (node.nodeType === 1 && node.localName !== 'style' && node.lang !== 'vi') {
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) look(node.getAttribute(name) ?? '');
      for (const child of node.childNodes) walk(child);
    }
  };
  for (const child of element.shadowRoot.children) walk(child);
  return found;
}
