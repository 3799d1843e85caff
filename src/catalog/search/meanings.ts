import { accentLikeness } from './accents.js';
import type { SaidAge } from './ages.js';
import type { QueryWord } from './query-words.js';
import type { SearchIndex } from './search-index.js';
import { MEANING, type FoundMeaning, type Meaning, type Thesaurus } from './thesaurus.js';
import type { WordForms } from './tokens.js';

/** Words of talk between two words of a phrase. */
const MOST_BETWEEN = 2;
/** Words between those of a phrase that is said apart, as `không bán quán nước đó nữa`. */
const MOST_APART = 7;
/** Everyday phrases with accents or letters farther off than this are other words. */
const LEAST = 0.3;

/** All that everyday phrases, abbreviations and an age in the query mean. */
export function findMeanings(
  words: readonly QueryWord[],
  age: SaidAge | undefined,
  index: SearchIndex,
): FoundMeaning[] {
  return [
    ...findPhrases(words, index),
    ...words.flatMap((word, from) => index.help?.findInitials(word, from, index) ?? []),
    ...findAges(age, index),
  ];
}

/** Everyday phrases of the thesaurus; words that carry no meaning may stand in between. */
function findPhrases(words: readonly QueryWord[], index: SearchIndex): FoundMeaning[] {
  const found = words.flatMap((word, from) =>
    word.readings.flatMap(({ term, strength }) => {
      // A word of talk is hardly the beginning of another one.
      const meanings = word.noise && strength < 1 ? undefined : index.meanings.get(term.id);
      return (meanings ?? []).flatMap((meaning) => {
        const match = matchPhrase(meaning, words, from, index);
        return match && match.strength > LEAST ? [{ meaning, ...match }] : [];
      });
    }),
  );
  // `mới mất` says that somebody died; the `mất` inside it says nothing of its own.
  const finals = found.filter(({ meaning }) => meaning.isFinal);
  const isInside = ({ from, to, strength }: (typeof found)[number]) =>
    finals.some(
      (final) =>
        final.from <= from &&
        final.to >= to &&
        final.to - final.from > to - from &&
        final.strength >= strength,
    );
  return found
    .filter((phrase) => !isInside(phrase))
    .flatMap(({ meaning, from, to, strength }) =>
      meaning.official.map((official) => ({ from, to, official, strength: MEANING * strength })),
    );
}

function matchPhrase(
  { said, isFinal, isApart }: Meaning,
  words: readonly QueryWord[],
  from: number,
  { thesaurus }: SearchIndex,
): { from: number; to: number; strength: number } | undefined {
  let at = from;
  let strength = 1;
  for (const [place, { folded, accented }] of said.entries()) {
    const last = at + (isApart ? MOST_APART : MOST_BETWEEN);
    if (place > 0) while (at < last && (isApart || words[at]?.noise) && words[at]?.folded !== folded) at += 1;
    const word = words[at];
    const isUnfinished = word?.open && said.length > 1 && folded.startsWith(word.folded);
    const reading = word?.readings.find(({ term }) => term.folded === folded);
    if (!word || !(reading ?? isUnfinished)) return undefined;
    // `ở đâu` says nothing, though `ở đậu` does.
    if (word.talk && said.length < 3) return undefined;
    strength *= reading?.strength ?? 1;
    // Whoever writes `phạt` with its accents does not speak of `phật`.
    if (word.marked && said.length === 1 && word.accented !== accented) return undefined;
    if (word.marked && reading?.strength === 1)
      strength *= accentLikeness(word.accented, accented, word.real) ** 2;
    at += 1;
  }
  return isFinal && isThing(words, at, thesaurus)
    ? undefined
    : { from: isApart ? at - 1 : from, to: at, strength };
}

/** Whether a thing is named there. What belongs to a phrase of talk names none: `mất giấy tờ gì` may be a question. */
function isThing(words: readonly QueryWord[], from: number, { things }: Thesaurus): boolean {
  const isWord = (word: QueryWord | undefined, { folded, accented }: WordForms) =>
    word?.folded === folded && !word.talk && (!word.marked || word.accented === accented);
  const named = things.get(words[from]?.folded ?? '') ?? [];
  return named.some((thing) => thing.every((form, place) => isWord(words[from + place], form)));
}

function findAges(said: SaidAge | undefined, { thesaurus }: SearchIndex): FoundMeaning[] {
  if (!said) return [];
  const { from, to, age } = said;
  return thesaurus.ages
    .filter(({ least, most }) => age >= least && age <= most)
    .flatMap(({ official }) => official.map((words) => ({ from, to, official: words, strength: MEANING })));
}
