import { known, timeWords, trimmed } from './words.mjs';

/**
 * The time limit of the procedure, and those of single channels. The source often writes one number with the unit
 * "other", which only those who know the law can read: such a number is told in words and never becomes a value.
 * A source that names several limits for one channel leaves open which of them counts, so they too stay words.
 * @returns {{ general: object | undefined, ofChannel: (channel: string) => object | undefined }}
 */
export function timeLimits({ timeLimit }) {
  if (!timeLimit) return { general: undefined, ofChannel: () => undefined };
  const byChannel = new Map();
  for (const limit of timeLimit.asPublished ?? []) {
    byChannel.set(limit.channel, [...(byChannel.get(limit.channel) ?? []), limit]);
  }
  const wordsOf = (limits) => [...new Set(limits.map(({ value, unit }) => timeWords(value, unit)))];
  const several = [...byChannel.values()].map(wordsOf).filter((words) => words.length > 1);
  const note = trimmed(timeLimit.note);

  const general = known(
    several.length > 0
      ? { published: [note, [...new Set(several.flat())].join('; ')].filter(Boolean).join(' – ') }
      : {
          value: timeLimit.value,
          unit: timeLimit.unit === 'immediate' ? 'same-day' : timeLimit.unit,
          cutOffHour: cutOffHour(note),
          published: note ?? unreadable(timeLimit),
        },
  );
  return {
    general,
    ofChannel(channel) {
      const limits = byChannel.get(channel) ?? [];
      if (limits.length === 0 || limits.some(({ unit }) => unit === 'other')) return undefined;
      const words = wordsOf(limits);
      if (words.length > 1) return { published: words.join('; ') };
      const { value, unit } = limits[0];
      return value === general.value && unit === general.unit ? undefined : { value, unit };
    },
  };
}

/** What the portal printed, where the value beside it was read elsewhere. */
function unreadable({ asPublished = [] }) {
  const words = new Set(
    asPublished.filter(({ unit }) => unit === 'other').map(({ value, unit }) => timeWords(value, unit)),
  );
  return words.size > 0 ? [...words].join('; ') : undefined;
}

/** The hour from which the source counts what comes as of the next working day; none where it does not say so. */
function cutOffHour(note = '') {
  const hour = /nhận sau (\d{1,2}) giờ thì (?:trả )?ngày làm việc tiếp theo/u.exec(note)?.[1];
  return hour === undefined ? undefined : Number(hour);
}
