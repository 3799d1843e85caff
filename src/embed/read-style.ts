import { themeIn, type Reading } from './reading.js';

/**
 * What says nothing to a rule, tried at each place in this order: a string of a program or a rule, and a comment. One that
 * does not end goes on to the end of its line, or of the text, so that no text is gone through twice.
 */
const SILENT = /"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|\/\*(?:[^]*?\*\/|[^]*)/gu;

const DECLARATION = /^[ \t]*--dvc-([\w-]+)\s*:\s*([^]*)$/mu;

/** `#7a1` as `#77aa11`; anything else as it is. */
const wholeColour = (value: string): string =>
  /^#[\da-f]{3}$/iu.test(value) ? value.replace(/[\da-f]/giu, '$&$&') : value;

/** Rules of a page's style sheet, however they are laid out: the theme that they fetch, what they set of ours. */
export function readStyle(text: string, { told, set }: Reading): void {
  const [, imported = ''] = /^[ \t]*@import url\('([^'\n]+)'\);/mu.exec(text) ?? [];
  told.theme ??= themeIn(imported);
  for (const part of text.replace(SILENT, ' ').split(/[{};]/u)) {
    const [, name, value = ''] = DECLARATION.exec(part) ?? [];
    if (name !== undefined) set(name, wholeColour(value.trim().toLowerCase()));
  }
}
