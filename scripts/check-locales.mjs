import { pathToFileURL } from 'node:url';
import { conclude, filesBelow, readJson, readText } from './files.mjs';

/** Fewer texts than this mean that the check looked in the wrong place. */
const LEAST_TEXTS = 400;
/** Markup in a text is a mistake or an attack; texts never become HTML. */
const MARKUP = /<[a-z/!]|&[a-z]+;/iu;
/** `hoà`, `thuỷ`: two spellings of one word side by side look careless; the texts keep to `hòa`, `thủy`. */
const OTHER_TONE_PLACE = /(?:o[àáảãạèéẻẽẹ]|(?<!q)u[ỳýỷỹỵ])(?!\p{L})/iu;
const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/gu;
/** Vietnamese has one form, English two. */
const FORMS = { vi: ['other'], en: ['one', 'other'] };
const PLURAL = /_(zero|one|two|few|many|other)$/u;
/** Their keys are the codes of faults, of data and of a receiving system; types hold them to each other. */
const KEYED_BY_CODE = ['problems.json', 'receiving.json'];

const stem = (key) => key.replace(PLURAL, '');
const placeholders = (text) =>
  [...new Set([...String(text).matchAll(PLACEHOLDER)].map(([, name]) => name))].sort().join();

/** A key is in use where it stands in the code, or where a template builds keys with its beginning. */
function isUsed(key, code) {
  if (code.includes(`'${key}'`)) return true;
  for (let end = key.length - 1; end > 0; end -= 1) {
    if (code.includes(`\`${key.slice(0, end)}\${`)) return true;
  }
  return false;
}

/** What is wrong with one text by itself. */
function faultOf(text) {
  if (typeof text !== 'string' || text.trim() === '') return 'is empty';
  if (MARKUP.test(text)) return 'holds markup';
  if (text !== text.normalize('NFC')) return 'is not NFC';
  return OTHER_TONE_PLACE.test(text) ? 'has its tone mark on the second vowel' : undefined;
}

/**
 * What is wrong with the words of all languages.
 * @param {Record<'vi' | 'en', Record<string, Record<string, string>>>} locales texts by language, file and key
 * @param {string} code the sources that use them
 */
export function faultsIn(locales, code) {
  const faults = [];
  for (const name of new Set(Object.values(locales).flatMap(Object.keys))) {
    const base = locales.vi[name] ?? {};
    const stems = new Map(Object.entries(base).map(([key, text]) => [stem(key), text]));
    for (const [language, files] of Object.entries(locales)) {
      const at = `locales/${language}/${name}`;
      const texts = files[name] ?? {};
      for (const [key, text] of Object.entries(texts)) {
        const fault = faultOf(text);
        if (fault) faults.push(`${at}: ${key} ${fault}`);
        if (!stems.has(stem(key))) faults.push(`${at}: ${key} is not in Vietnamese`);
        else if (placeholders(stems.get(stem(key))) !== placeholders(text))
          faults.push(`${at}: ${key} has other placeholders`);
        const form = PLURAL.exec(key)?.[1];
        if (form && !FORMS[language].includes(form))
          faults.push(`${at}: ${key} is a form that the language has not`);
      }
      for (const key of Object.keys(base)) {
        const wanted = PLURAL.test(key) ? FORMS[language].map((form) => `${stem(key)}_${form}`) : [key];
        for (const each of wanted) if (!(each in texts)) faults.push(`${at}: ${each} is missing`);
      }
    }
    if (KEYED_BY_CODE.includes(name)) continue;
    for (const key of stems.keys())
      if (!isUsed(key, code)) faults.push(`locales/vi/${name}: ${key} is used nowhere`);
  }
  return faults;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const locales = Object.fromEntries(
    Object.keys(FORMS).map((language) => {
      const folder = `locales/${language}/`;
      const files = filesBelow(folder, '.json');
      return [language, Object.fromEntries(files.map((file) => [file.slice(folder.length), readJson(file)]))];
    }),
  );
  const sources = [
    ...['src', 'components', 'tools'].flatMap((folder) => filesBelow(folder, '.ts')),
    ...filesBelow('bin', '.mjs'),
  ];
  const faults = faultsIn(locales, sources.map(readText).join('\n'));
  const texts = Object.values(locales).flatMap((files) => Object.values(files).flatMap(Object.keys));
  if (texts.length < LEAST_TEXTS) faults.push(`saw only ${texts.length} texts`);
  conclude('locales', faults, `${texts.length} texts in ${Object.keys(locales).length} languages`);
}
