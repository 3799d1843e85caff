import { conclude, filesBelow, readJson, readText } from './files.mjs';

/** Markup in a text is a mistake or an attack; texts never become HTML. */
const MARKUP = /<[a-z/!]|&[a-z]+;/iu;
const PLACEHOLDER = /\{\{\s*(\w+)\s*\}\}/gu;
/** Vietnamese has one form, English two. */
const FORMS = { vi: ['other'], en: ['one', 'other'] };
const PLURAL = /_(zero|one|two|few|many|other)$/u;

const faults = [];
const names = filesBelow('locales/vi', '.json').map((file) => file.slice('locales/vi/'.length));
const code = ['src', 'components']
  .flatMap((folder) => filesBelow(folder, '.ts'))
  .map(readText)
  .join('\n');
let count = 0;

const stem = (key) => key.replace(PLURAL, '');
const placeholders = (text) =>
  [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name))].sort().join();

/** A key is in use where it stands in the code, or where a template builds keys with its beginning. */
function isUsed(key) {
  if (code.includes(`'${key}'`)) return true;
  for (let end = key.length - 1; end > 0; end -= 1) {
    if (code.includes(`\`${key.slice(0, end)}\${`)) return true;
  }
  return false;
}

for (const name of names) {
  const files = Object.fromEntries(
    Object.keys(FORMS).map((language) => [language, readJson(`locales/${language}/${name}`)]),
  );
  const stems = new Map(Object.entries(files.vi).map(([key, text]) => [stem(key), text]));
  for (const [language, texts] of Object.entries(files)) {
    const at = `locales/${language}/${name}`;
    for (const [key, text] of Object.entries(texts)) {
      count += 1;
      if (typeof text !== 'string' || text.trim() === '') faults.push(`${at}: ${key} is empty`);
      else if (MARKUP.test(text)) faults.push(`${at}: ${key} holds markup`);
      else if (text !== text.normalize('NFC')) faults.push(`${at}: ${key} is not NFC`);
      const base = stems.get(stem(key));
      if (base === undefined) faults.push(`${at}: ${key} is not in Vietnamese`);
      else if (placeholders(base) !== placeholders(text)) faults.push(`${at}: ${key} has other placeholders`);
      const form = PLURAL.exec(key)?.[1];
      if (form && !FORMS[language].includes(form))
        faults.push(`${at}: ${key} is a form that the language has not`);
    }
    for (const [key] of Object.entries(files.vi)) {
      const wanted = PLURAL.test(key) ? FORMS[language].map((form) => `${stem(key)}_${form}`) : [key];
      for (const each of wanted) if (!(each in texts)) faults.push(`${at}: ${each} is missing`);
    }
  }
  if (name !== 'problems.json') {
    for (const key of stems.keys())
      if (!isUsed(key)) faults.push(`locales/vi/${name}: ${key} is used nowhere`);
  }
}
if (count < 200) faults.push(`saw only ${count} texts`);
conclude('locales', faults, `${count} texts in ${Object.keys(FORMS).length} languages`);
