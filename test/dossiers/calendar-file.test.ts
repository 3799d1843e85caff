import { expect } from 'chai';
import fc from 'fast-check';
import { calendarFile } from '../../src/dossiers/calendar-file.js';

const NOW = new Date('2026-11-23T02:03:04.567Z');
const event = {
  id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  day: '2026-11-26',
  title: 'Nhận kết quả',
  now: NOW,
};

/** Parts of a calendar, as RFC 5545 nests them. */
interface Part {
  readonly name: string;
  readonly lines: readonly (readonly [name: string, value: string])[];
  readonly parts: readonly Part[];
}

/** Reads a calendar by RFC 5545, 3.1 to 3.6: unfolds, then nests; throws at anything that the standard forbids. */
function read(file: string): Part {
  if (!file.endsWith('\r\n') || /\r(?!\n)|(?<!\r)\n/u.test(file))
    throw new Error('a line that does not end with CRLF');
  const lines = file
    .replace(/\r\n[ \t]/gu, '')
    .slice(0, -2)
    .split('\r\n');
  const open: { name: string; lines: [string, string][]; parts: Part[] }[] = [];
  for (const [at, line] of lines.entries()) {
    const [, name = '', value = ''] = /^([A-Z-]+)(?:;[A-Z]+=[A-Z]+)*:((?:\t|\P{Cc})*)$/u.exec(line) ?? [];
    if (!name) throw new Error(`no line of a calendar: ${line}`);
    const last = open.at(-1);
    if (name === 'BEGIN') open.push({ name: value, lines: [], parts: [] });
    else if (name === 'END') {
      if (last?.name !== value) throw new Error(`${value} ends, but was not begun`);
      open.pop();
      const outer = open.at(-1);
      if (!outer && at === lines.length - 1) return last;
      outer?.parts.push(last);
    } else last?.lines.push([name, value]);
  }
  throw new Error('no end');
}

/** A text as RFC 5545, 3.3.11 has it. */
function textOf(value: string | undefined): string {
  if (value === undefined || !/^(?:\\[\\;,nN]|[^\\;,])*$/u.test(value))
    throw new Error(`no text: ${value ?? ''}`);
  return value.replace(/\\(.)/gu, (_, sign: string) => (sign.toLowerCase() === 'n' ? '\n' : sign));
}

const valueOf = (part: Part | undefined, name: string) => {
  const found = part?.lines.filter(([one]) => one === name) ?? [];
  if (found.length > 1) throw new Error(`${name} is there twice`);
  return found[0]?.[1];
};

describe('a day for the calendar', () => {
  it('is one event of a whole day, with a reminder at eight the day before', () => {
    const calendar = read(calendarFile(event));
    expect([calendar.name, valueOf(calendar, 'VERSION')]).to.deep.equal(['VCALENDAR', '2.0']);
    expect(valueOf(calendar, 'PRODID')).to.match(/dvc-widgets/u);
    expect(calendar.parts.map(({ name }) => name)).to.deep.equal(['VEVENT']);
    const [entry] = calendar.parts;
    expect(entry?.lines).to.deep.equal([
      ['UID', '3f2504e0-4f89-41d3-9a0c-0305e82c3301@dvc-widgets'],
      ['DTSTAMP', '20261123T020304Z'],
      ['DTSTART', '20261126'],
      ['SUMMARY', 'Nhận kết quả'],
    ]);
    expect(calendarFile(event)).to.include('\r\nDTSTART;VALUE=DATE:20261126\r\n');
    const [reminder] = entry?.parts ?? [];
    expect(reminder?.lines).to.deep.equal([
      ['ACTION', 'DISPLAY'],
      ['DESCRIPTION', 'Nhận kết quả'],
      ['TRIGGER', '-PT16H'],
    ]);
  });

  it('is the same event again for the same id', () => {
    const [one, other] = [calendarFile(event), calendarFile({ ...event, day: '2026-11-27' })].map((file) =>
      valueOf(read(file).parts[0], 'UID'),
    );
    expect(one).to.equal(other);
  });

  const texts = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200, size: 'max' }),
    fc.string({ unit: 'binary', maxLength: 200, size: 'max' }),
    fc
      .array(
        fc.constantFrom(
          '\r',
          '\n',
          '\r\n',
          ',',
          ';',
          '\\',
          '\\n',
          ':',
          '"',
          'ế',
          '👩‍👩‍👧',
          '\0',
          '\x07',
          '\t',
          ' ',
        ),
      )
      .map((signs) => signs.join('')),
  );

  it('reads back whatever its title is, as one line of text', () => {
    fc.assert(
      fc.property(texts, texts, (title, id) => {
        const calendar = read(calendarFile({ ...event, id, title }));
        const [entry] = calendar.parts;
        // Signs that no text of a calendar may hold are gone; every way to end a line is one.
        const clean = (text: string) => text.replace(/\r\n?/gu, '\n').replace(/(?![\t\n])\p{Cc}/gu, '');
        expect(textOf(valueOf(entry, 'SUMMARY'))).to.equal(clean(title));
        expect(textOf(valueOf(entry, 'UID'))).to.equal(`${clean(id)}@dvc-widgets`);
        expect(entry?.lines.length).to.equal(4);
        expect(entry?.parts.length).to.equal(1);
      }),
      { numRuns: 200 },
    );
  });

  it('has no line of more than 75 bytes, and cuts no letter in two', () => {
    fc.assert(
      fc.property(texts, (title) => {
        const encoder = new TextEncoder();
        for (const line of calendarFile({ ...event, title }).split('\r\n')) {
          expect(encoder.encode(line).byteLength).to.be.at.most(75);
          expect(line).not.to.match(/^\s?[\udc00-\udfff]|[\ud800-\udbff]$/u);
        }
      }),
    );
  });
});
