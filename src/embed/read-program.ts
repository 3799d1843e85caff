import { scriptAt, themeIn, type Reading } from './reading.js';

/* Recipes that are no markup: the body of a web part, a client extension, a setting of WordPress. Read, never run. */

const STRING = /"(?:[^"\\\n]|\\.)*"|'(?:[^'\\\n]|\\.)*'/u.source;
const STATEMENT = new RegExp(
  `createElement\\((${STRING})\\)|setAttribute\\((${STRING}),\\s*(${STRING})\\)|` +
    `\\.href = (${STRING})|\\.textContent = (${STRING})|load(?:Css|Script)\\((${STRING})\\)`,
  'gu',
);

/** A string as it is written in a program; undefined where it is none. */
function stringOf(literal: string | undefined): string | undefined {
  if (literal === undefined) return undefined;
  const inner = literal.slice(1, -1);
  const json = literal.startsWith('"') ? literal : `"${inner.replace(/\\'/gu, "'").replace(/"/gu, '\\"')}"`;
  try {
    return String(JSON.parse(json));
  } catch {
    return inner;
  }
}

/** @param hasMarkup whether the text told its elements as markup already: a recipe beside it says the same again */
export function readProgram(text: string, hasMarkup: boolean, reading: Reading): void {
  const { told } = reading;
  const [, language] = /^define\( 'DVC_WIDGETS_LANG', '([a-z]+)' \);/mu.exec(text) ?? [];
  told.language ??= language;
  if (hasMarkup) return;
  readWebPart(text, reading);
  readExtension(text, reading);
}

function readWebPart(text: string, reading: Reading): void {
  const { told, link } = reading;
  let part: string | undefined;
  for (const found of text.matchAll(STATEMENT)) {
    const [made, name, value, href, words, file] = found.slice(1).map(stringOf);
    if (made?.startsWith('dvc-')) {
      part = made.slice('dvc-'.length);
      reading.part(part);
      told.platform ??= 'sharepoint';
    } else if (name === 'lang') told.language ??= value;
    else if (part !== undefined && name !== undefined) reading.tell(part, name, value ?? '');
    else if (href !== undefined) link.href ??= href;
    else if (words !== undefined) link.text ??= words;
    else if (file !== undefined) {
      told.theme ??= themeIn(file);
      told.base ??= scriptAt(file)?.base;
    }
  }
}

function readExtension(text: string, reading: Reading): void {
  const { told } = reading;
  let part: string | undefined;
  for (const [, key = '', value = ''] of text.matchAll(/^[ \t]*(\w+): (.*)$/gmu)) {
    if (key === 'htmlElementName' && value.startsWith('dvc-')) {
      part = value.trim().slice('dvc-'.length);
      reading.part(part);
      told.platform ??= 'liferay';
    }
    if (part === undefined || !/^(?:properties|urls|cssURLs)$/u.test(key)) continue;
    for (const one of itemsOf(value)) {
      if (key === 'urls') told.base ??= scriptAt(one)?.base;
      else if (key === 'cssURLs') told.theme ??= themeIn(one);
      else {
        const at = one.indexOf('=');
        const name = one.slice(0, at < 0 ? undefined : at);
        const given = at < 0 ? '' : one.slice(at + 1);
        if (name === 'lang') told.language ??= given;
        else reading.tell(part, name, given);
      }
    }
  }
}

/** The items of a list in one line, `["a", b]`. */
const itemsOf = (list: string): readonly string[] =>
  [...list.matchAll(new RegExp(`(${STRING})|([^\\s,[\\]"']+)`, 'gu'))].map(
    ([, literal, bare]) => stringOf(literal) ?? bare ?? '',
  );
