import abbreviations from './abbreviations.json' with { type: 'json' };
import { spokenDigits, spokenNumber } from './spoken-number.js';

const ROMAN: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10 };
const ROMAN_NUMBER = /^(?:X{0,3})(?:IX|IV|V?I{0,3})$/u;
/** Before a roman number; elsewhere the same letters may be a name. */
const RANKED = /(cấp|loại|hạng|nhóm|bậc|chương|mục|phần|phụ lục|độ)\s+([IVX]+)(?![\p{L}\d])/giu;
/** Number of a law: the office that made it is named beside it. */
const LAW = /(\d+)\/(\d{4})\/[\p{Lu}\d.-]+/gu;
const DAY = /(?:ngày\s+)?(\d{1,2})\/(\d{1,2})\/(\d{4})/giu;
const MONTH = /(?:tháng\s+)?(\d{1,2})\/(\d{4})/giu;
const HOUR = /(\d{1,2})\s*(?::|h|giờ)\s*(\d{2})(?!\d)/giu;
const GROUPED = /\d{1,3}(?:\.\d{3})+(?!\d)/gu;
const NUMBER = /\d+(?:,\d+)?/gu;

const UNITS: readonly (readonly [pattern: RegExp, words: string])[] = [
  [/(\d\s*)m3(?![\p{L}\d])/giu, '$1 mét khối '],
  [/(\d\s*)m2(?![\p{L}\d])/giu, '$1 mét vuông '],
  [/(\d\s*)cm(?![\p{L}\d])/giu, '$1 xăng ti mét '],
  [/(\d\s*)km(?![\p{L}\d])/giu, '$1 ki lô mét '],
  [/%/gu, ' phần trăm '],
  [/&/gu, ' và '],
];

const { words: known, letters } = abbreviations as {
  readonly words: Readonly<Record<string, string>>;
  readonly letters: Readonly<Record<string, string>>;
};

const romanValue = (number: string): number =>
  [...number].reduce((sum, letter, at) => {
    const value = ROMAN[letter] ?? 0;
    return sum + (value < (ROMAN[number.charAt(at + 1)] ?? 0) ? -value : value);
  }, 0);

/** Letters one by one, where nobody says what they stand for. */
const spelled = (word: string): string => [...word].map((letter) => letters[letter] ?? letter).join(' ');

/** What a syllable of Vietnamese is made of, without its marks. */
const SYLLABLE = /^(?:NGH|[CGKNPT]H|GI|NG|QU|TR|[BCDĐGHKLMNPRSTVX])?[AEIOUY]{1,3}(?:CH|N[GH]|[CMNPT])?$/u;

/** A word in capitals: what it stands for, or the word where it is one; else it is spelled. */
function spokenCapitals(word: string): string {
  const words = known[word];
  if (words !== undefined) return words;
  return SYLLABLE.test(word.normalize('NFD').replace(/\p{M}/gu, '')) ? word.toLowerCase() : spelled(word);
}

/**
 * A text of the data as it is read aloud: numbers, days, hours and abbreviations in words; what stands in brackets is left
 * out, as announcers do.
 */
export function spokenText(text: string): string {
  let words = text
    .normalize('NFC')
    .replace(/\([^()]*\)?|\[[^\]]*\]?/gu, ' ')
    .replace(/["“”„'‘’*+•…]/gu, ' ')
    .replace(/\s[–-]\s|[;:](?!\d)/gu, ', ')
    .replace(RANKED, (all, rank: string, number: string) =>
      ROMAN_NUMBER.test(number) ? `${rank} ${spokenNumber(String(romanValue(number)))}` : all,
    )
    .replace(LAW, '$1 năm $2')
    .replace(DAY, 'ngày $1 tháng $2 năm $3')
    .replace(MONTH, 'tháng $1 năm $2')
    .replace(HOUR, (_, hour: string, minutes: string) =>
      Number(minutes) === 0 ? `${hour} giờ` : `${hour} giờ ${minutes}`,
    );
  for (const [pattern, spoken] of UNITS) words = words.replace(pattern, spoken);
  return words
    .replace(/(\p{L})\/(?=\p{L})/gu, '$1, ')
    .replace(/\//gu, ' trên ')
    .replace(GROUPED, (number) => number.replace(/\./gu, ''))
    .replace(NUMBER, (number) => ` ${spokenNumber(number)} `)
    .replace(/(?<![\p{L}])[\p{Lu}][\p{Lu}.&-]*\p{Lu}(?![\p{Ll}])/gu, (capitals) =>
      capitals
        .split(/[.&-]/u)
        .map((word) => spokenCapitals(word))
        .join(' '),
    )
    .replace(/-/gu, ' ')
    .replace(/\s+/gu, ' ')
    .replace(/\s+([,.!?])/gu, '$1')
    .replace(/,(?:\s*[,.])+/gu, ',')
    .replace(/^[\s,.]+|[\s,.]+$/gu, '');
}

/** The first telephone number of a text, digit by digit in the groups in which it is written; empty where there is none. */
export function spokenPhone(text: string): string {
  const number = /\d[\d\s.-]*/u.exec(text)?.[0] ?? '';
  return number
    .split(/[\s.-]+/u)
    .filter(Boolean)
    .map((group) => spokenDigits(group))
    .join(', ');
}

/** Syllables that are spoken: one for each group of vowels, so that words of other languages count as what they take. */
export function countSyllables(text: string): number {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return (plain.match(/\p{L}+/gu) ?? []).reduce(
    (sum, word) => sum + Math.max(word.match(/[aeiouy]+/gu)?.length ?? 0, 1),
    0,
  );
}
