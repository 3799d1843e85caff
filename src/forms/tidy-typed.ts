import type { FieldKind } from './form-definition.js';
import {
  readCitizenNumber,
  readDate,
  readEmail,
  readMoney,
  readName,
  readNumber,
  readPhone,
  readText,
  type Typed,
} from './typed-values.js';

/** What a text field holds, or a part of a person. */
export type TypedKind = FieldKind | 'name' | 'birth';

/** A kept day as people write it: `05/03/2001`, `03/2001`, `2001`. */
export const writtenDate = (date: string): string => date.split('-').reverse().join('/');

/** Thousands parted by dots, as Vietnamese write numbers. */
export const writtenNumber = (number: number): string =>
  String(number)
    .replace('.', ',')
    .replace(/\B(?=(?:\d{3})+(?:,|$))(?<!,\d*)/gu, '.');

/**
 * What was typed, in the one spelling that the official form has, for when a person leaves the field. What cannot be
 * read stays as it was typed.
 */
export function tidyTyped(kind: TypedKind, typed: string): string {
  if (typed.trim() === '') return '';
  switch (kind) {
    case 'date':
    case 'birth':
      return ifRead(readDate(typed, 'year', ''), typed, writtenDate);
    case 'number':
      return ifRead(readNumber(typed), typed, writtenNumber);
    case 'money':
      return ifRead(readMoney(typed), typed, writtenNumber);
    case 'phone':
      return ifRead(readPhone(typed), typed);
    case 'email':
      return ifRead(readEmail(typed), typed);
    case 'citizen-number':
      return ifRead(readCitizenNumber(typed, {}, ''), typed);
    case 'name':
      return ifRead(readName(typed), typed);
    default:
      return readText(typed, kind === 'paragraph');
  }
}

const ifRead = <Value>(
  read: Typed<Value>,
  typed: string,
  write: (value: Value) => string = String,
): string => (read.ok ? write(read.value) : typed);
