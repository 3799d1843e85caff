import type { Finding, Report, Unknown } from '../../src/doctor/findings.js';
import { formatInstant } from '../../src/i18n/format.js';
import { formatTime } from '../../src/i18n/format-time.js';
import { LANGUAGES, type Language } from '../../src/i18n/language.js';
import type { MessageKey } from '../../src/i18n/namespace.js';
import { doctorFindings } from '../../src/i18n/namespaces/doctor-findings.js';
import { doctor } from '../../src/i18n/namespaces/doctor.js';
import { translate, type MessageParams } from '../../src/i18n/translator.js';
import type { Hiding } from '../../src/doctor/facts.js';
import { textIn } from '../../src/shared/localized-text.js';

export type Say = (key: MessageKey<typeof doctor | typeof doctorFindings>, params?: MessageParams) => string;

/** What is wrong, and what to do. */
export function findingWords(
  say: Say,
  { code, params, said }: Finding,
  language: Language,
): { readonly what: string; readonly fix: string } {
  const { how } = params;
  const told = {
    ...params,
    ...(how !== undefined && { reason: say(`how.${how as Exclude<Hiding['how'], 'covered'>}`) }),
    ...(said && { said: textIn(language, said) }),
  };
  return { what: say(`finding.${code}`, told), fix: say(`fix.${code}`, told) };
}

const unknownWords = (say: Say, { code, params }: Unknown): string => say(`unknown.${code}`, params);

/** Whom the message is for can do nothing about a single computer. */
export const isForMessage = ({ mender }: Finding): boolean => mender !== 'device';

/** Of whom and when the message is. */
export interface Occasion {
  /** Address of the page, without what may tell of a person. */
  readonly address: string;
  readonly version: string;
  readonly now: Date;
}

/** The message in one language; plain text, as it is sent by mail or chat. */
function messageIn(
  language: Language,
  { findings, unknowns }: Report,
  { address, version, now }: Occasion,
): string {
  const say: Say = (key, params) => translate(language, [doctorFindings.name, doctor.name], key, params);
  const told = findings.filter(isForMessage);
  const group = (mender: 'server' | 'page') => {
    const own = told.filter((finding) => finding.mender === mender);
    if (own.length === 0) return [];
    const lines = own.map((finding, at) =>
      say('message.line', { number: at + 1, ...findingWords(say, finding, language) }),
    );
    return [say(`message.${mender}`), ...lines];
  };
  return [
    say('message.head', {
      address,
      version,
      day: formatInstant(language, now),
      time: formatTime(language, now),
    }),
    ...(told.length === 0 ? [say('well')] : []),
    ...group('server'),
    ...group('page'),
    say('message.unknown'),
    ...unknowns.map((unknown) => `- ${unknownWords(say, unknown)}`),
  ].join('\n');
}

/** The message to forward: Vietnamese first, then English. The words of all languages must be there. */
export const messageOf = (report: Report, occasion: Occasion): string =>
  LANGUAGES.map((language) => messageIn(language, report, occasion)).join('\n\n');
