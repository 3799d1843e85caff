import { known, moneyWords, trimmed } from './words.mjs';

/** The province decides: Hội đồng nhân dân or Ủy ban nhân dân of the province, in the words of the sources. */
const BY_PROVINCE = /hội đồng nhân dân|HĐND|ủy ban nhân dân cấp tỉnh quy định/iu;
/** Free for everybody: the sentence ends there. "Miễn lệ phí cho người …" frees some people only. */
const FREE = /^\(?miễn (?:lệ )?phí(?:\.|$| \(Thông tư)/iu;
/** A sum that small stays words: in đồng it lost its thousands, and in dollars ("10 USD/bản") few people here pay it. */
const LEAST_LIKELY = 1000;

/**
 * Fees of every channel, and those of single channels. Where one fee belongs to some channels only, each channel
 * gets its whole list, because a list of its own stands in for the general one.
 * @returns {{ general: object[] | undefined, ofChannel: (channel: string) => object[] | undefined }}
 */
export function fees({ fees: published, channels }) {
  if (!published?.length) return { general: undefined, ofChannel: () => undefined };
  const ofChannel = (channel) => {
    const own = published.filter((item) => !item.channels || item.channels.includes(channel));
    return own.length > 0 ? distinct(own.map(fee)) : undefined;
  };
  const [first, ...others] = (channels ?? [undefined]).map((channel) => ofChannel(channel));
  const isGeneral = first && others.every((other) => other && keyOf(other) === keyOf(first));
  return isGeneral ? { general: first, ofChannel: () => undefined } : { general: undefined, ofChannel };
}

function fee({ amount, currency, condition, mentionsExpiredRate }) {
  const printed = amount > 0 ? moneyWords(amount, currency) : '0';
  const words = wholeWords(trimmed(condition), amount, printed);
  const base = {
    currency: currency === 'VND' ? undefined : currency,
    quotesExpiredRate: mentionsExpiredRate || undefined,
  };
  // The elements put "Nguồn ghi:" in front, each in its language.
  const withAmount = () =>
    amount > 0 && words?.includes(printed) ? words : [printed, words].filter(Boolean).join(' – ');

  if (amount > 0) {
    if (amount < LEAST_LIKELY) return known({ kind: 'unknown', published: withAmount(), ...base });
    if (words && BY_PROVINCE.test(words)) {
      return known({ kind: 'by-province', published: withAmount(), ...base });
    }
    return known({ kind: 'known', amount, published: words, ...base });
  }
  if (words && FREE.test(words)) return known({ kind: 'free', published: words, ...base });
  if (words && BY_PROVINCE.test(words)) return known({ kind: 'by-province', published: words, ...base });
  // 0 is what the portal prints for "nothing entered" as well.
  return known({ kind: 'unknown', published: amount === 0 ? withAmount() : words, ...base });
}

/** "50.000 đồng/lần" was cut at its dot when it was collected; "/bản" lost the sum in front. */
function wholeWords(words, amount, printed) {
  if (words?.startsWith('000 đồng') && amount % 1000 === 0) return `${amount / 1000}.${words}`;
  if (words?.startsWith('/')) return amount > 0 ? printed + words : `mỗi ${words.slice(1)}`;
  return words;
}

function distinct(list) {
  const seen = new Set();
  return list.filter((item) => {
    const key = keyOf([item]);
    return !seen.has(key) && seen.add(key);
  });
}

/** Twins differ only in the bracket around the same sentence. */
const keyOf = (list) =>
  list
    .map(({ kind, amount, published = '' }) => `${kind} ${amount} ${published.replace(/[().\s]/gu, '')}`)
    .join();
