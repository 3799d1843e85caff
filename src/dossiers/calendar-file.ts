import type { IsoDate } from '../shared/clock.js';

/** An all-day event as an iCalendar file (RFC 5545), with a reminder at eight the morning before. Holds no more than a code. */
export function calendarFile({
  id,
  day,
  title,
  now,
}: {
  /** Unique for ever; the same event again replaces itself. */
  readonly id: string;
  readonly day: IsoDate;
  readonly title: string;
  readonly now: Date;
}): string {
  const stamp = `${now.toISOString().replace(/[-:]/gu, '').slice(0, 15)}Z`;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//dvc-widgets//VI',
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@dvc-widgets`,
    `DTSTAMP:${stamp}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `SUMMARY:${escaped(title)}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(title)}`,
    // Counted from the midnight with which the day begins: a whole day before it would ring at night.
    'TRIGGER:-PT16H',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** A text stays one line, whatever is in it; signs that no line may hold are left out. */
const escaped = (text: string): string =>
  text
    .replace(/[\\;,]/gu, (sign) => `\\${sign}`)
    .replace(/\r\n?|\n/gu, '\\n')
    .replace(/(?!\t)\p{Cc}/gu, '');

/** Lines of at most 75 bytes; the rest goes on after a space. */
function folded(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let bytes = 0;
  for (const letter of line) {
    const length = encoder.encode(letter).byteLength;
    if (bytes + length > 73) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += letter;
    bytes += length;
  }
  return folded;
}
