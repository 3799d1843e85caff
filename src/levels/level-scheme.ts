import type { IsoDate } from '../shared/clock.js';
import type { LocalizedText } from '../shared/localized-text.js';

/** What a person can do online at a level. The words of law differ; these acts do not. */
export const ABILITIES = ['read', 'download', 'submit', 'pay', 'receive'] as const;
export type Ability = (typeof ABILITIES)[number];

/** How a level is coloured and pictured, from little to all online. */
export const TONES = ['unknown', 'information', 'partial', 'full'] as const;
export type Tone = (typeof TONES)[number];

/** What a level says of an ability; `depends`: it differs from procedure to procedure. */
export type Answer = 'yes' | 'no' | 'depends';

export interface Level {
  /** As lists write it: `"1"`…`"4"`, or `information`, `partial`, `full`. */
  readonly code: string;
  /** Order within its scheme; more is more online. */
  readonly rank: number;
  readonly tone: Tone;
  readonly name: LocalizedText;
  /** One plain sentence: what it means for the person. */
  readonly meaning: LocalizedText;
  /** What is sure: whoever has this level can do it online. */
  readonly abilities: readonly Ability[];
  /** What can be done online for some procedures of this level and not for others. Never taken as sure. */
  readonly depends?: readonly Ability[];
  /** Trips to an office that remain, as a range; `[1, 2]` is one or two. Absent where it differs from case to case. */
  readonly trips?: readonly [least: number, most: number];
}

/** A set of names for levels, in force for a time. Data, because decrees change it. */
export interface LevelScheme {
  readonly id: string;
  readonly name: LocalizedText;
  /** The legal text that defines it. */
  readonly law: LocalizedText;
  readonly validFrom?: IsoDate;
  /** Last day in force. */
  readonly validTo?: IsoDate;
  /** What a reader should know of its standing today. */
  readonly standing?: LocalizedText;
  readonly levels: readonly Level[];
}

/** How levels of one scheme are customarily read in another. No law defines it, so displays say that it was used. */
export interface LevelMapping {
  readonly from: string;
  readonly to: string;
  readonly pairs: Readonly<Record<string, string>>;
}
