/*
 * Telex and VNI write accents with letters and digits: `ddaats` and `d9a6t1` are `đất`. When the keyboard was left on
 * another layout, these keys reach us as they are.
 */

/** Key of a tone in Telex and VNI to its combining mark. */
const TONE_OF: Readonly<Record<string, string>> = {
  f: '\u0300',
  2: '\u0300',
  s: '\u0301',
  1: '\u0301',
  x: '\u0303',
  4: '\u0303',
  r: '\u0309',
  3: '\u0309',
  j: '\u0323',
  5: '\u0323',
};

const SYLLABLE =
  /^(?:ngh?|[nptck]h|tr|g[hi]|qu|[bcdđghklmnpqrstvx])?[aăâeêioôơuưy]{1,3}(?:ng|nh|ch|[cmnpt])?$/u;

/** Whether a word can be Vietnamese: an abbreviation cannot. */
export function isSyllable(word: string): boolean {
  return SYLLABLE.test(word);
}

/**
 * Reads one word typed in Telex or VNI keys, wherever in the word the keys stand.
 * @param word lower case
 * @returns the word with its accents; undefined when there is nothing to decode or it makes no syllable
 */
export function decodeTyping(word: string): string | undefined {
  if (!/^[a-z]{1,7}[a-z\d]*$/u.test(word) || word.length > 12) return undefined;
  const vni = /\d/u.test(word);
  let letters = '';
  let tone = '';
  for (const key of word) {
    const hasVowel = /[aăâeêioôơuưy]/u.test(letters);
    if (hasVowel && (vni ? /[1-5]/u : /[fsxrj]/u).test(key)) tone = TONE_OF[key] ?? '';
    else letters = (vni ? vniMark(letters, key) : telexMark(letters, key)) ?? letters + key;
  }
  if (!isSyllable(letters)) return undefined;
  const decoded = tone ? placeTone(letters, tone) : letters;
  return decoded === word ? undefined : decoded;
}

/** What a Telex key changes in the letters before it; undefined when it is a letter itself. */
function telexMark(letters: string, key: string): string | undefined {
  if (key === 'w') return horn(letters) ?? breve(letters) ?? letters + 'ư';
  if (key === 'd') return stroke(letters);
  return 'aeo'.includes(key) ? circumflex(letters, key) : undefined;
}

function vniMark(letters: string, key: string): string | undefined {
  if (key === '6') return circumflex(letters, '[aeo]');
  if (key === '7') return horn(letters);
  if (key === '8') return breve(letters);
  return key === '9' ? stroke(letters) : undefined;
}

function circumflex(letters: string, vowel: string): string | undefined {
  return change(letters, new RegExp(`${vowel}(?=[^aăâeêoôơ]*$)`, 'u'), { a: 'â', e: 'ê', o: 'ô' });
}

/** `uo` takes two horns at once: `nguoiw` is `ngươi`. */
function horn(letters: string): string | undefined {
  if (/qu?a?$/u.test(letters)) return undefined;
  return (
    change(letters, /[uư]o(?=\p{L}*$)/u, { uo: 'ươ', ưo: 'ươ' }) ??
    change(letters, /[uo](?=[^o]*$)/u, { u: 'ư', o: 'ơ' })
  );
}

function breve(letters: string): string | undefined {
  return change(letters, /a(?=\p{L}*$)/u, { a: 'ă' });
}

function stroke(letters: string): string | undefined {
  return change(letters, /^d/u, { d: 'đ' });
}

function change(letters: string, what: RegExp, into: Readonly<Record<string, string>>): string | undefined {
  return what.test(letters) ? letters.replace(what, (found) => into[found] ?? found) : undefined;
}

/** The tone goes on the marked vowel, else on the last but one of an open syllable, else on the last. */
function placeTone(letters: string, tone: string): string {
  const vowels = [...letters.matchAll(/[aăâeêioôơuưy]/gu)].map(({ index }) => index);
  const start = /^(?:qu|gi)(?=[aăâeêioôơuưy])/u.test(letters) ? vowels.slice(1) : vowels;
  const marked = start.filter((at) => /[ăâêôơư]/u.test(letters[at] ?? '')).at(-1);
  const open = (start.at(-1) ?? 0) === letters.length - 1;
  const at = marked ?? (open && start.length > 1 ? start.at(-2) : start.at(-1)) ?? 0;
  return (letters.slice(0, at + 1) + tone + letters.slice(at + 1)).normalize('NFC');
}
