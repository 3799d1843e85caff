/** What can be said of an answer, as codes; whoever shows them finds the words. */
export const ANSWER_PROBLEMS = [
  /** Nothing was answered where an answer is needed. */
  'required',
  /** Longer or shorter than the official form allows (`count`, `limit`). */
  'too-long',
  'too-short',
  /** Less or more than allowed (`limit`). */
  'too-small',
  'too-large',
  /** Not one of the choices. */
  'choice-unknown',
  /** A declaration must be agreed to. */
  'not-declared',
  /** Fewer or more entries than the form takes (`count`, `limit`). */
  'too-few',
  'too-many',
  'name-empty',
  'date-form',
  /** Two digits leave the century open. */
  'date-year-short',
  'date-unreal',
  /** More of the date is needed than was given. */
  'date-needs-year',
  'date-needs-month',
  'date-needs-day',
  'citizen-number-form',
  /** Nine digits: an identity card of the old kind. */
  'citizen-number-old',
  /** `count`: how many digits there are. */
  'citizen-number-length',
  'phone-form',
  'email-form',
  'number-form',
  /** A fraction where only whole ones are counted. */
  'number-whole',
  'money-form',
  'money-whole',
  'name-digits',
  'date-future',
  'date-long-ago',
  'citizen-number-place',
  'citizen-number-future',
  'citizen-number-birth',
  'citizen-number-sex',
  'phone-foreign',
] as const;
export type AnswerProblemCode = (typeof ANSWER_PROBLEMS)[number];

/** What can be wrong with a form definition; `locales/…/problems.json` has the words, for the webmaster. */
export const DEFINITION_PROBLEMS = [
  /** The definition is broken (`path`, `reason`, `found`). */
  'form-invalid',
  /** `formatVersion` is not one that this version reads (`found`). */
  'form-version-unknown',
  /** A kind of field that this version does not know (`path`, `found`). */
  'field-kind-unknown',
  /** Two parts of a form have one name (`path`, `found`). */
  'form-name-twice',
  /** A rule or a computed value speaks of a field that is not there, or only further on (`path`, `found`). */
  'form-field-missing',
] as const;
export type DefinitionProblemCode = (typeof DEFINITION_PROBLEMS)[number];
