import type { IsoDate } from '../shared/clock.js';
import { spokenFeeOf, spokenTimeOf } from './loudspeaker-facts.js';
import sentences from './loudspeaker.json' with { type: 'json' };
import type { OnlineFiling } from './online-filing.js';
import { paperChecklist } from './paper-checklist.js';
import type { Procedure, TimeLimit } from './procedure.js';
import { spokenNumber } from './spoken-number.js';
import { countSyllables, spokenPhone, spokenText } from './spoken-text.js';
import type { Standing } from './standing.js';

/** How fast a calm announcer reads, in syllables a second, with the pauses between sentences. */
export const SYLLABLES_PER_SECOND = 3;
/** How long people listen to a loudspeaker, in seconds. */
export const LONGEST_SECONDS = 40;

const MOST = SYLLABLES_PER_SECOND * LONGEST_SECONDS;
/** Of a name, where all else that must be said leaves room for it. */
const NAME = { most: 32, least: 8 };
/** A place, an office, an agency or a paper with more syllables is not named. */
const LONGEST_PLACE = 8;
const LONGEST_OFFICE = 14;
const LONGEST_PAPER = 14;

/** What is read out, beside the record. */
export interface Occasion {
  readonly place: string;
  readonly isSample: boolean;
  readonly online: OnlineFiling;
  readonly standing: Standing;
  /** An office that is still there; undefined where the record sends people to one that is gone. */
  readonly agency: string | undefined;
  /** The desk that people go to with questions. */
  readonly office: string | undefined;
  readonly phone: string | undefined;
  readonly hours: string | undefined;
  /** The sheet can be opened on a page. */
  readonly hasPage: boolean;
}

export interface Announcement {
  /** Sentences, in Vietnamese as it is spoken: no digit, no abbreviation. */
  readonly text: string;
  readonly syllables: number;
  /** Read at `SYLLABLES_PER_SECOND`, rounded up. */
  readonly seconds: number;
}

type Sentence = keyof typeof sentences;

/** A sentence in its place. The smaller `worth`, the sooner one is left out; without it, never. */
interface Piece {
  readonly at: number;
  readonly text: string;
  readonly worth?: number;
}

function say(key: Sentence, values: Readonly<Record<string, string>> = {}): string {
  return sentences[key].replace(/\{\{(\w+)\}\}/gu, (_, name: string) => values[name] ?? '');
}

const spokenDay = (day: IsoDate): string => {
  const [year = '', month = '', date = ''] = day.split('-');
  return spokenText(`${date}/${month}/${year}`);
};

const spokenAmount = (amount: number): string => spokenNumber(String(amount));

/** A text of the data as one sentence has it; undefined where it is too long to be listened to. */
function spokenWithin(text: string | undefined, most: number): string | undefined {
  const words = spokenText(text ?? '');
  return words && countSyllables(words) <= most ? words : undefined;
}

function onlineWords({ answer }: OnlineFiling, { filing }: Procedure): string | undefined {
  if (answer === 'depends') return undefined;
  const isBoth = answer === 'yes' && filing.some(({ channel }) => channel === 'counter');
  return say(isBoth ? 'online.both' : `online.${answer}`);
}

function feeWords(procedure: Procedure): string | undefined {
  const fee = spokenFeeOf(procedure);
  if (fee.kind === 'unknown') return undefined;
  if (fee.kind !== 'known') return say(`fee.${fee.kind}`);
  const amounts = { least: spokenAmount(fee.least), most: spokenAmount(fee.most) };
  const kind = fee.someFree ? 'some-free' : fee.least === fee.most ? 'known' : 'range';
  return [
    say(`fee.${kind}`, amounts),
    fee.someUnknown ? say('fee.some-unknown') : '',
    fee.isUnsure ? say('fee.unsure') : '',
  ]
    .filter(Boolean)
    .join(' ');
}

const limitWords = ({ value = 0, unit = 'day' }: TimeLimit): string =>
  say(unit === 'same-day' ? 'unit.day' : `unit.${unit}`, {
    value: spokenNumber(String(value).replace('.', ',')),
  });

function timeWords(procedure: Procedure): string | undefined {
  const time = spokenTimeOf(procedure);
  if (time.kind === 'unknown') return undefined;
  const words =
    time.kind !== 'known'
      ? say(`time.${time.kind}`)
      : time.least.value === time.most.value
        ? say('time.known', { time: limitWords(time.least) })
        : say('time.range', {
            least: spokenNumber(String(time.least.value ?? 0).replace('.', ',')),
            most: limitWords(time.most),
          });
  return procedure.unverified.includes('timeLimit') ? `${words} ${say('time.unsure')}` : words;
}

/** @returns in words, and with the names of all papers where there is room for them; nothing where none are known */
function paperWords(procedure: Procedure): { readonly short: string; readonly whole?: string } | undefined {
  const { groups, paperCount, publishedCount, cutShort } = paperChecklist(procedure);
  const isPart = publishedCount !== undefined || cutShort || procedure.unverified.includes('papers');
  if (paperCount === 0) return publishedCount === undefined ? undefined : { short: say('papers.varies') };
  if (groups.length > 1 || isPart) return { short: say('papers.varies') };
  const short = say('papers.count', { count: spokenNumber(String(paperCount)) });
  const names = groups.flatMap(({ papers }) => papers.map(({ name }) => spokenWithin(name, LONGEST_PAPER)));
  return names.includes(undefined)
    ? { short }
    : { short, whole: say('papers.list', { papers: names.join('; ') }) };
}

/** Words that nothing is said with where a name is cut behind them. */
const OPEN_END =
  /(?:\s(?:của|đối|với|và|hoặc|cho|theo|từ|do|tại|có|là|được|về|trong|thuộc|bị|để|các|những|không))+$/u;

/** The beginning of a name, as many words as there is room for. */
function cutName(name: string, most: number): string {
  const kept: string[] = [];
  let count = 0;
  for (const word of name.split(' ')) {
    count += countSyllables(word);
    if (count > most) break;
    kept.push(word);
  }
  return kept.join(' ').replace(OPEN_END, '').replace(/,$/u, '');
}

function topicWords(name: string, room: number): string {
  const most = (key: Sentence) => Math.min(room - countSyllables(say(key)), NAME.most);
  return countSyllables(name) <= Math.max(most('topic'), NAME.least)
    ? say('topic', { name })
    : say('topic.cut', { name: cutName(name, Math.max(most('topic.cut'), NAME.least)) });
}

function unknownWords(topics: readonly (Sentence | false)[]): string {
  const words = topics.filter((topic) => topic !== false).map((topic) => say(topic));
  const last = words.pop();
  if (last === undefined) return '';
  const all = words.length > 0 ? `${words.join(', ')} ${say('and')} ${last}` : last;
  return say('unknown', { topics: all });
}

/**
 * What the commune's loudspeaker says of a procedure in forty seconds: in whole sentences, with nothing that the record
 * does not tell. What nobody knows is said to be unknown, and where to ask.
 */
export function announce(procedure: Procedure, occasion: Occasion): Announcement {
  const { standing, phone = '' } = occasion;
  const place = spokenWithin(occasion.place, LONGEST_PLACE);
  const office = spokenWithin(occasion.office, LONGEST_OFFICE);
  const agency = spokenWithin(occasion.agency, LONGEST_OFFICE);
  // As offices write them: “Thứ Hai – Thứ Sáu, 7:30 – 11:30”.
  const hours = spokenText((occasion.hours ?? '').replace(/\s*[–-]\s*/gu, ' đến '));
  const number = spokenPhone(phone);
  const called = spokenText(procedure.plainNames[0] ?? '');
  const online = onlineWords(occasion.online, procedure);
  const papers = paperWords(procedure);
  const fee = feeWords(procedure);
  const time = timeWords(procedure);

  const required: Piece[] = [
    { at: 0, text: place ? say('greet', { place }) : say('greet.anywhere') },
    { at: 1, text: occasion.isSample ? say('sample') : '' },
    {
      at: 4,
      text:
        standing.kind === 'ending' || standing.kind === 'coming'
          ? say(standing.kind, { day: spokenDay(standing.day) })
          : '',
    },
    { at: 5, text: online ?? '' },
    { at: 7, text: papers?.short ?? '' },
    { at: 8, text: fee ?? '' },
    { at: 9, text: time ?? '' },
    {
      at: 10,
      text: unknownWords([
        !online && 'unknown.online',
        !papers && 'unknown.papers',
        !fee && 'unknown.fee',
        !time && 'unknown.time',
      ]),
    },
    { at: 15, text: say('thanks') },
  ];
  const optional: Piece[] = [
    { at: 3, text: called && say('called', { called }), worth: 4 },
    { at: 6, text: agency ? say('where', { agency }) : '', worth: 6 },
    { at: 11, text: office ? say('office', { office }) : say('office.anywhere'), worth: 5 },
    { at: 12, text: number && say('phone', { phone: number }), worth: 3 },
    { at: 13, text: hours && say('hours', { hours }), worth: 2 },
    { at: 14, text: occasion.hasPage ? say('page') : '', worth: 1 },
  ];
  const lengthOf = (pieces: readonly Piece[]): number =>
    pieces.reduce((sum, { text }) => sum + countSyllables(text), 0);
  const name = spokenText(procedure.name.replace(/^thủ tục:?\s+/iu, ''));
  const pieces = [...required, { at: 2, text: topicWords(name, MOST - lengthOf(required)) }];
  for (const piece of optional.sort((one, other) => (other.worth ?? 0) - (one.worth ?? 0)))
    if (lengthOf([...pieces, piece]) <= MOST) pieces.push(piece);
  const whole = papers?.whole;
  const named = pieces.map((piece) => (whole && piece.at === 7 ? { ...piece, text: whole } : piece));
  const said = (lengthOf(named) <= MOST ? named : pieces).filter(({ text }) => text);
  said.sort((one, other) => one.at - other.at);
  const text = said.map((piece) => piece.text).join(' ');
  const syllables = countSyllables(text);
  return { text, syllables, seconds: Math.ceil(syllables / SYLLABLES_PER_SECOND) };
}
