const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín'] as const;
/** Names of groups of three digits, from the right. */
const GROUPS = ['', 'nghìn', 'triệu', 'tỷ'] as const;
/** From here on nobody reads a number as one. */
const TOO_MANY_DIGITS = 12;

const digit = (at: number): string => DIGITS[at] ?? '';

/** Digits one by one, as telephone numbers are read. */
export const spokenDigits = (digits: string): string =>
  [...digits.replace(/\D/gu, '')].map((one) => digit(Number(one))).join(' ');

/** @param isWhole also the hundreds that there are none of: “một nghìn không trăm linh năm” */
function belowThousand(value: number, isWhole: boolean): string[] {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor(value / 10) % 10;
  const units = value % 10;
  const words = isWhole || hundreds > 0 ? [digit(hundreds), 'trăm'] : [];
  if (tens === 0)
    return units === 0 ? words : [...words, ...(words.length > 0 ? ['linh'] : []), digit(units)];
  words.push(...(tens === 1 ? ['mười'] : [digit(tens), 'mươi']));
  if (units === 0) return words;
  // “mười một” and “hai mươi mốt”; five after a ten is “lăm”.
  return [...words, units === 5 ? 'lăm' : units === 1 && tens > 1 ? 'mốt' : digit(units)];
}

/**
 * A number as it is read aloud in Vietnamese.
 * @param digits without separators, e.g. `05`, `8000`; a part behind a comma is read digit by digit
 */
export function spokenNumber(digits: string): string {
  const [whole = '', part] = digits.split(',');
  const behind = part ? ` phẩy ${spokenDigits(part)}` : '';
  const plain = whole.replace(/^0+(?=\d)/u, '');
  if (plain.length > TOO_MANY_DIGITS) return `${spokenDigits(plain)}${behind}`;
  if (Number(plain) === 0) return `${digit(0)}${behind}`;
  const count = Math.ceil(plain.length / 3);
  const groups = [...Array(count).keys()].map((at) =>
    Number(plain.slice(Math.max(plain.length - 3 * (at + 1), 0), plain.length - 3 * at)),
  );
  const words = groups
    .map((value, at) => (value === 0 ? [] : [...belowThousand(value, at < count - 1), GROUPS[at] ?? '']))
    .reverse()
    .flat();
  return words.filter(Boolean).join(' ') + behind;
}
