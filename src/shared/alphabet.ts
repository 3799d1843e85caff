const LETTERS = 'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz';
/** None, huyền, hỏi, ngã, sắc, nặng: the order of Vietnamese dictionaries. */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323'];
/** Behind all digits and signs of European writing. */
const FIRST_LETTER = 0x4000;

/**
 * A copy in the order of a Vietnamese list: by letters, ă behind a and đ behind d, then by tones. A collator of the
 * browser says the same, but takes a slow phone longer to make than a whole list takes to show.
 */
export function inVietnameseOrder<Item>(items: readonly Item[], textOf: (item: Item) => string): Item[] {
  return items
    .map((item) => ({ item, key: sortKey(textOf(item)) }))
    .sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
    .map(({ item }) => item);
}

/** All letters before all tones: a tone only decides between words of the same letters. */
function sortKey(text: string): string {
  let letters = '';
  let tones = '';
  for (const letter of text.normalize('NFC').toLowerCase().normalize('NFC')) {
    const [base = '', ...marks] = letter.normalize('NFD');
    const tone = marks.find((mark) => TONES.includes(mark)) ?? '';
    const plain = (base + marks.filter((mark) => mark !== tone).join('')).normalize('NFC');
    const place = LETTERS.indexOf(plain);
    letters += place < 0 ? plain : String.fromCharCode(FIRST_LETTER + place);
    tones += String(TONES.indexOf(tone));
  }
  return `${letters}\0${tones}`;
}
