import type { Audience, Channel, Procedure, Tier, UNVERIFIABLE } from '../catalog/procedure.js';
import { builtInSchemes } from '../levels/schemes.js';
import { foldText } from '../shared/fold-text.js';
import { headerOf } from './columns.js';

type Part = (typeof UNVERIFIABLE)[number];

/** Words for one of a few things: how it is written first, then how it is recognised, without accents. */
type Words<Choice extends string> = readonly (readonly [Choice, string, RegExp])[];

export const TIER_WORDS: Words<Tier> = [
  ['commune', 'Cấp xã', /^(?:cap )?(?:xa|phuong|xa phuong|xa, phuong|commune)$/u],
  ['district', 'Cấp huyện', /^(?:cap )?(?:huyen|quan|district)$/u],
  ['province', 'Cấp tỉnh', /^(?:cap )?(?:tinh|thanh pho|so|province)$/u],
  ['ministry', 'Cấp bộ', /^(?:cap )?(?:bo|trung uong|ministry)$/u],
  ['other', 'Cấp khác', /^(?:cap |co quan )?(?:khac|other)$/u],
];

export const CHANNEL_WORDS: Words<Channel> = [
  ['counter', 'Trực tiếp', /truc tiep|tai quay|tai tru so|tai bo phan|mot cua/u],
  ['online', 'Trực tuyến', /truc tuyen|qua mang|tren mang|cong dich vu cong|dien tu/u],
  ['post', 'Bưu chính', /buu chinh|buu dien|chuyen phat/u],
];

export const AUDIENCE_WORDS: Words<Audience> = [
  ['citizen', 'Công dân', /cong dan|ca nhan|nguoi|ho gia dinh|can bo|cong chuc|vien chuc|dang vien/u],
  ['business', 'Doanh nghiệp', /doanh nghiep|hop tac xa|htx|ho kinh doanh/u],
  ['organisation', 'Tổ chức', /to chuc|co quan|don vi/u],
];

export const PART_WORDS: Words<Part> = [
  ['tiers', headerOf('tiers'), /^cap/u],
  ['timeLimit', headerOf('timeLimit'), /^thoi (?:han|gian)/u],
  ['fees', headerOf('fees'), /phi/u],
  ['papers', headerOf('paper'), /ho so|giay to/u],
  ['keywords', headerOf('keywords'), /^tu khoa/u],
  ['plainNames', headerOf('plainNames'), /^ten thuong goi/u],
  ['steps', headerOf('steps'), /^trinh tu/u],
];

export const wordOf = <Choice extends string>(words: Words<Choice>, choice: Choice): string =>
  words.find(([one]) => one === choice)?.[1] ?? choice;

/** All that a text names. */
export const choicesIn = <Choice extends string>(words: Words<Choice>, text: string): readonly Choice[] => {
  const folded = foldText(text).trim();
  return words
    .filter(([choice, , pattern]) => pattern.test(folded) || folded === choice.toLowerCase())
    .map(([choice]) => choice);
};

/** Whom words speak of. “Tổ chức (không bao gồm doanh nghiệp)” speaks of no business. */
export const audienceIn = (text: string): readonly Audience[] =>
  choicesIn(AUDIENCE_WORDS, text.replace(/\([^()]*\)/gu, ' '));

const YES = /^(?:x|co|yes|true|1|✓|✔)$/u;
const NO = /^(?:khong|no|false|0|-)$/u;

/** Undefined where it is neither. */
export function readYesNo(text: string): boolean | undefined {
  const folded = foldText(text).trim();
  return YES.test(folded) ? true : NO.test(folded) ? false : undefined;
}

/** A level and the scheme that it is of. */
export interface ReadLevel {
  readonly scheme: string;
  readonly level: string;
}

const levelNames: ReadonlyMap<string, ReadLevel> = new Map(
  builtInSchemes.flatMap(({ id, levels }) =>
    levels.flatMap(({ code, name }) =>
      [code, name.vi].map((text) => [foldText(text), { scheme: id, level: code }] as const),
    ),
  ),
);

/** What people put before a level. */
const LEVEL_LABEL = /^(?:dvctt|dvc|dich vu cong(?: truc tuyen)?|truc tuyen|muc do|muc)\s+/u;

/** A level as it is written: `Toàn trình`, `Mức độ 4`, `DVC toàn trình`, `4`. */
export function readLevel(text: string): ReadLevel | undefined {
  let folded = foldText(text).replace(/[.:]/gu, ' ').replace(/\s+/gu, ' ').trim();
  for (;;) {
    const found = levelNames.get(folded);
    if (found) return found;
    const bare = folded.replace(LEVEL_LABEL, '');
    if (bare === folded) return folded === 'thong tin' ? levelNames.get('cung cap thong tin') : undefined;
    folded = bare;
  }
}

/** A tier and its days as a cell has them, `Cấp huyện (đến 30/06/2025)`. */
export function tierWords({ tier, validFrom, validTo }: Procedure['tiers'][number]): string {
  const days = [validFrom && `từ ${dayWords(validFrom)}`, validTo && `đến ${dayWords(validTo)}`].filter(
    Boolean,
  );
  return wordOf(TIER_WORDS, tier) + (days.length > 0 ? ` (${days.join(' ')})` : '');
}

/** `2025-06-30` as it is written in Vietnam. */
export const dayWords = (day: string): string => day.split('-').reverse().join('/');
