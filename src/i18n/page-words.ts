import type { Language } from './language.js';
import type { Messages } from './translator.js';
import type { Namespace } from './namespace.js';
import type { common } from './namespaces/common.js';
import type { coverage } from './namespaces/coverage.js';
import type { detailRest } from './namespaces/detail-rest.js';
import type { detailShare } from './namespaces/detail-share.js';
import type { detail } from './namespaces/detail.js';
import type { doctorFindings } from './namespaces/doctor-findings.js';
import type { doctor } from './namespaces/doctor.js';
import type { formAddress } from './namespaces/form-address.js';
import type { formLate } from './namespaces/form-late.js';
import type { formPapers } from './namespaces/form-papers.js';
import type { form } from './namespaces/form.js';
import type { guide } from './namespaces/guide.js';
import type { journey } from './namespaces/journey.js';
import type { levels } from './namespaces/levels.js';
import type { lookupDossier } from './namespaces/lookup-dossier.js';
import type { lookupEnd } from './namespaces/lookup-end.js';
import type { lookupFilters } from './namespaces/lookup-filters.js';
import type { lookup } from './namespaces/lookup.js';
import type { outreach } from './namespaces/outreach.js';
import type { papers } from './namespaces/papers.js';
import type { readAloud } from './namespaces/read-aloud.js';
import type { receiving } from './namespaces/receiving.js';
import type { trackerActs } from './namespaces/tracker-acts.js';
import type { trackerRare } from './namespaces/tracker-rare.js';
import type { tracker } from './namespaces/tracker.js';
import type { trackerLate } from './namespaces/tracker-late.js';

/** All words that elements show: each namespace is a file in `locales/`. They may use no other. */
type All =
  | typeof common
  | typeof coverage
  | typeof detail
  | typeof detailRest
  | typeof detailShare
  | typeof doctor
  | typeof doctorFindings
  | typeof form
  | typeof formAddress
  | typeof formLate
  | typeof formPapers
  | typeof guide
  | typeof journey
  | typeof levels
  | typeof lookup
  | typeof lookupDossier
  | typeof lookupEnd
  | typeof lookupFilters
  | typeof outreach
  | typeof papers
  | typeof readAloud
  | typeof receiving
  | typeof tracker
  | typeof trackerActs
  | typeof trackerRare
  | typeof trackerLate;

/** A namespace whose words a page may replace. */
export type KnownNamespace = Namespace<Messages, All['name']>;

type WordsOf<Name extends All['name']> = Extract<All, { readonly name: Name }>['words'];

/** A language other than the base one may need a plural form that the base one has not. */
type KeyOf<Words> =
  | keyof Words
  | { [Key in keyof Words]: Key extends `${infer Stem}_other` ? `${Stem}_one` : never }[keyof Words];

/**
 * A page's own words: by language, then namespace, then key, so that a word is changed where it is meant and nowhere
 * else: `{ vi: { lookup: { label: 'Bà con cần làm giấy tờ gì?' } } }`.
 */
export type MessageOverrides = Readonly<
  Partial<
    Record<
      Language,
      { readonly [Name in All['name']]?: Readonly<Partial<Record<KeyOf<WordsOf<Name>>, string>>> }
    >
  >
>;
