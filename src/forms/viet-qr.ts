/** A payment as the gateway fixed it. */
export interface BankTransfer {
  /** Number of the bank, six digits. */
  readonly bank: string;
  readonly account: string;
  /** Whole đồng, more than nothing. */
  readonly amount: number;
  /** What the payment is for; banks drop accents and signs, so it has none. */
  readonly purpose: string;
}

const member = (id: string, value: string): string => id + String(value.length).padStart(2, '0') + value;

/**
 * The text of a VietQR code: EMVCo members, NAPAS number A000000727, closed by a CRC-16.
 * Source: EMV QR Code Specification for Payment Systems, Merchant-Presented Mode; NAPAS 247 QR, version 1.5.2.
 */
export function vietQr({ bank, account, amount, purpose }: BankTransfer): string {
  const payee = member('00', bank) + member('01', account);
  const text = [
    member('00', '01'),
    // For one payment only.
    member('01', '12'),
    member('38', member('00', 'A000000727') + member('01', payee) + member('02', 'QRIBFTTA')),
    member('53', '704'),
    member('54', String(amount)),
    member('58', 'VN'),
    member('62', member('08', plainPurpose(purpose))),
    '6304',
  ].join('');
  return text + crc16(text);
}

/** Letters without accents, digits, spaces and hyphens: all that every bank passes on. */
function plainPurpose(purpose: string): string {
  return purpose
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gu, 'd')
    .replace(/Đ/gu, 'D')
    .replace(/[^A-Za-z0-9 -]/gu, ' ')
    .replace(/ +/gu, ' ')
    .trim()
    .slice(0, 50);
}

/** CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF. */
function crc16(text: string): string {
  let crc = 0xffff;
  for (const byte of new TextEncoder().encode(text)) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc & 0x8000 ? (crc << 1) ^ 0x1021 : crc << 1) & 0xffff;
  }
  return crc.toString(16).toUpperCase().padStart(4, '0');
}
