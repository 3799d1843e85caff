import { BASE_LANGUAGE, LANGUAGES } from '../i18n/language.js';
import type { KnownNamespace, MessageOverrides } from '../i18n/page-words.js';
import { hasMessages, messagesOf } from '../i18n/translator.js';
import { reportProblems } from './report-problems.js';

/** The files in `locales/` whose words a page may replace. */
const FILES: Readonly<Record<KnownNamespace['name'], true>> = {
  common: true,
  coverage: true,
  detail: true,
  'detail-rest': true,
  'detail-share': true,
  doctor: true,
  'doctor-findings': true,
  form: true,
  'form-address': true,
  'form-late': true,
  'form-papers': true,
  guide: true,
  journey: true,
  levels: true,
  lookup: true,
  'lookup-dossier': true,
  'lookup-end': true,
  'lookup-filters': true,
  outreach: true,
  papers: true,
  'read-aloud': true,
  receiving: true,
  tracker: true,
  'tracker-acts': true,
  'tracker-rare': true,
  'tracker-late': true,
};

const membersOf = (value: unknown): [string, unknown][] =>
  typeof value === 'object' && value !== null ? Object.entries(value) : [];

/**
 * Tells the webmaster which of the page's own words nobody will ever see: those of a language, a file or a key that
 * there is none of, and those that are no text. Keys of files that no element on the page has brought are not known.
 */
export function checkMessages(overrides: MessageOverrides): void {
  const names = membersOf(overrides).flatMap(([language, files]) => {
    if (!(LANGUAGES as readonly string[]).includes(language)) return [language];
    return membersOf(files).flatMap(([file, words]) =>
      unseen(file, words).map((name) => `${language}.${name}`),
    );
  });
  if (names.length > 0)
    void reportProblems('messages', [{ code: 'message-unseen', params: { names: names.join(', ') } }]);
}

function unseen(file: string, words: unknown): string[] {
  if (!Object.hasOwn(FILES, file) || typeof words !== 'object' || words === null) return [file];
  const known = hasMessages(BASE_LANGUAGE, file) ? messagesOf(BASE_LANGUAGE, file) : undefined;
  // A language may need a plural form that the base one has not.
  const isKnown = (key: string) =>
    known === undefined || Object.hasOwn(known, key) || Object.hasOwn(known, key.replace(/_one$/u, '_other'));
  return membersOf(words)
    .filter(([key, text]) => typeof text !== 'string' || !isKnown(key))
    .map(([key]) => `${file}.${key}`);
}
