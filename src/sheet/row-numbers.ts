/** A number of a row: `1`, `1.2`, `IV`, `a)`. */
export const ORDINAL = /^\(?(?:\d+(?:\.\d+)*|[IVXLC]+|\p{L})[.)]*$/u;

/** How a row is numbered, to compare with others. */
interface RowNumber {
  /** Numbers of one kind count the same things: `1` and `2`, `1.1` and `1.2`, `a)` and `b)`. */
  readonly kind: string;
  readonly value: string;
  /** Parts of a number in digits; none for letters. */
  readonly depth: number;
}

function numberOf(text: string): RowNumber | undefined {
  if (!ORDINAL.test(text)) return undefined;
  const bare = text.replace(/[().]+$|^\(/gu, '');
  if (/^\d/u.test(bare)) {
    const parts = bare.split('.').map(Number);
    return { kind: `digits ${String(parts.length)}`, value: parts.join('.'), depth: parts.length };
  }
  return { kind: bare === bare.toLowerCase() ? 'small' : 'great', value: bare, depth: 0 };
}

/**
 * Whether a row is numbered as one more beside another, or above it: `2` behind `1` or `1.3`, `1.2` behind `1.1`. What
 * counts within the other does not: `1.1` or `a)` behind `1`, `1` behind `II`.
 */
export function numbersAnother(text: string, before: string): boolean {
  const [own, other] = [numberOf(text), numberOf(before)];
  if (!own || !other) return false;
  if (own.kind === other.kind) return own.value !== other.value;
  if (own.depth === 0 || own.depth > other.depth) return false;
  return !other.value.startsWith(`${own.value}.`);
}

/** `A.`, `II`, `1.` of a heading, as a kind: headings of one kind stand beside each other. */
export function headingKind(number: string): string {
  const bare = number.replace(/[^\p{L}\d.]|\.$/gu, '');
  // C, D, L are the third, fourth and twelfth heading far sooner than the hundredth, five hundredth and fiftieth.
  if (/^(?:[IVX]+|[IVXLC]{2,})$/u.test(bare)) return 'roman';
  if (/^\p{L}$/u.test(bare)) return 'letter';
  return /^\d/u.test(bare) ? `digits ${String(bare.split('.').length)}` : '';
}
