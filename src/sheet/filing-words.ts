import { CHANNELS, type Channel, type Fee, type Filing, type TimeLimit } from '../catalog/procedure.js';
import { foldText } from '../shared/fold-text.js';
import { choicesIn, CHANNEL_WORDS, wordOf } from './choice-words.js';
import { readFees } from './fee-words.js';
import type { ColumnId } from './columns.js';
import type { ValueReader } from './read-values.js';
import { textOf } from './sheet.js';
import { readTime } from './time-words.js';

/** What is left of a line that names ways to file and says nothing else. */
const PLAIN =
  /\b(?:nop|ho so|hinh thuc|truc tiep|truc tuyen|buu chinh|buu dien|cong ich|dich vu|qua|mang|hoac|va|tren|moi truong|gui)\b|[^a-z]+/gu;

/** Ways to file, each with what the file says of it alone. */
export function readFiling(reader: ValueReader): readonly Filing[] {
  const found = new Map<Channel, string | undefined>();
  for (const { cell, place } of reader.values('filing')) {
    for (const line of textOf(cell)
      .split(/[\n;]/u)
      .map((text) => text.trim())) {
      if (!line) continue;
      const [, words = line, note] = /^([^()]+?)\s*\((.+)\)$/u.exec(line) ?? [];
      const channels = choicesIn(CHANNEL_WORDS, words);
      if (channels.length === 0 || /\bkhong\b/u.test(foldText(words))) {
        reader.tell(place, 'channel-unknown', line);
        continue;
      }
      const isPlain = foldText(words).replace(PLAIN, '') === '';
      for (const channel of channels) found.set(channel, isPlain ? note : line);
    }
  }
  const own = CHANNELS.map((channel) => ({
    channel,
    timeLimit: readTimeLimit(reader, `timeLimit.${channel}`),
    fees: readFeeList(reader, `fees.${channel}`),
  }));
  return own.flatMap(({ channel, timeLimit, fees }) => {
    const isOwn = timeLimit !== undefined || fees !== undefined;
    if (!found.has(channel) && !isOwn) return [];
    const place = reader.values(fees ? `fees.${channel}` : `timeLimit.${channel}`)[0]?.place;
    if (!found.has(channel) && found.size > 0 && place)
      reader.tell(place, 'channel-added', wordOf(CHANNEL_WORDS, channel));
    const note = found.get(channel);
    return [{ channel, ...(timeLimit && { timeLimit }), ...(fees && { fees }), ...(note && { note }) }];
  });
}

/** One limit, or the words of several. */
export function readTimeLimit(reader: ValueReader, column: ColumnId): TimeLimit | undefined {
  const cells = reader.values(column);
  const read = cells.flatMap(({ cell, place }) => {
    const time = readTime(cell, place.header);
    return time ? [{ ...time, place, words: textOf(cell).replace(/\n/gu, '; ') }] : [];
  });
  const [first, ...others] = read;
  if (!first) return undefined;
  if (others.every(({ words }) => words === first.words)) {
    if (first.code) reader.tell(first.place, first.code, first.words);
    return first.limit;
  }
  const words = [...new Set(read.map((one) => one.words))].join('; ');
  reader.tell(first.place, 'time-words', words);
  return { published: words };
}

export function readFeeList(reader: ValueReader, column: ColumnId): readonly Fee[] | undefined {
  const fees = reader.values(column).flatMap(({ cell, place }) =>
    readFees(cell, [place.header, reader.group.unit].join('\n')).map(({ fee, code }) => {
      if (code) reader.tell(place, code, fee.published);
      return fee;
    }),
  );
  return fees.length > 0 ? fees : undefined;
}

/** A way to file in the words of a cell. */
export const filingWords = ({ channel, note }: Filing): string =>
  wordOf(CHANNEL_WORDS, channel) + (note ? ` (${note})` : '');
