/** Words in which the source's own units are told, where its value cannot be read as a time. */
const UNIT_WORDS = {
  'working-day': 'ngày làm việc',
  day: 'ngày',
  hour: 'giờ',
  month: 'tháng',
  year: 'năm',
};

const number = new Intl.NumberFormat('vi-VN');

/** @param {number} value @param {string} unit */
export const timeWords = (value, unit) =>
  unit === 'other' ? `${number.format(value)}, đơn vị “Khác”` : `${number.format(value)} ${UNIT_WORDS[unit]}`;

/** @param {number} amount @param {string} [currency] */
export const moneyWords = (amount, currency = 'VND') =>
  `${number.format(amount)} ${currency === 'VND' ? 'đồng' : currency}`;

/** Leaves out members without a value, so that the file says only what is known. */
export function known(record) {
  return Object.fromEntries(
    Object.entries(record).filter(
      ([, value]) => value !== undefined && value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  );
}

/** @param {string | null | undefined} text */
export const trimmed = (text) => text?.normalize('NFC').trim() || undefined;
