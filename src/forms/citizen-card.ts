import { isRealDay } from '../shared/clock.js';

/** What the QR code of a citizen card says; only what was there. */
export interface CitizenCard {
  /** 12 digits. */
  readonly number: string;
  /** Number of the older identity card. */
  readonly oldNumber?: string;
  readonly name?: string;
  /** `yyyy-mm-dd`; `yyyy` where the card knows no more. */
  readonly birth?: string;
  readonly sex?: 'male' | 'female';
  /** As printed, mostly with the names of before July 2025. */
  readonly address?: string;
  /** `yyyy-mm-dd`. */
  readonly issuedOn?: string;
  /** Further fields of newer cards, as they came. */
  readonly rest: readonly string[];
}

const SEXES: Readonly<Record<string, 'male' | 'female'>> = { nam: 'male', nữ: 'female' };

/**
 * Reads the text of the QR code on a chip card: number | old number | name | ddMMyyyy | sex | address | ddMMyyyy of
 * issue. The old number may be empty or left out, and newer cards add fields; no official description is public, so
 * whatever does not fit is left unread rather than guessed.
 * @returns undefined where it is no citizen card
 */
export function readCitizenCard(payload: string): CitizenCard | undefined {
  const [number = '', ...fields] = payload
    .normalize('NFC')
    .split('|')
    .map((field) => field.trim());
  if (!/^\d{12}$/u.test(number)) return undefined;
  const hasOldNumber = /^(?:\d{9}|\d{12})?$/u.test(fields[0] ?? '-');
  const [oldNumber, name, birth, sex, address, issued, ...rest] = hasOldNumber ? fields : ['', ...fields];
  // Of old people only the year may be known: it stands alone, or after noughts.
  const [, bornIn] = /^(?:0000)?([12]\d{3})$/u.exec(birth ?? '') ?? [];
  const [bornOn, issuedOn] = [dayOf(birth) ?? bornIn, dayOf(issued)];
  const knownSex = SEXES[sex?.toLowerCase() ?? ''];
  return {
    number,
    ...(oldNumber && { oldNumber }),
    ...(name && { name }),
    ...(bornOn && { birth: bornOn }),
    ...(knownSex && { sex: knownSex }),
    ...(address && { address }),
    ...(issuedOn && { issuedOn }),
    rest,
  };
}

/** `yyyy-mm-dd` of `ddMMyyyy`. */
function dayOf(digits = ''): string | undefined {
  const day = /^\d{8}$/u.test(digits)
    ? `${digits.slice(4)}-${digits.slice(2, 4)}-${digits.slice(0, 2)}`
    : undefined;
  return day && isRealDay(day) ? day : undefined;
}
