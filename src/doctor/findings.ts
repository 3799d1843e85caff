import type { LocalizedText } from '../shared/localized-text.js';

/** Who can mend it: whoever runs the server, whoever edits the page, or only the person at this computer. */
export const MENDERS = ['server', 'page', 'device'] as const;
export type Mender = (typeof MENDERS)[number];

interface Kind {
  readonly mender: Mender;
  /** Something does not work; else it works, and would be better otherwise. */
  readonly isFault: boolean;
}

const fault = (mender: Mender): Kind => ({ mender, isFault: true });
const advice = (mender: Mender): Kind => ({ mender, isFault: false });

/** Everything that is looked for. Each has two sentences in the words of the doctor: what is wrong, and what to do. */
const KINDS = {
  'csp-connect': fault('server'),
  'csp-script': fault('server'),
  'csp-other': fault('server'),
  'trusted-types': fault('server'),
  'trusted-types-once': advice('server'),
  'mixed-content': fault('page'),
  'not-secure': fault('server'),
  unreachable: fault('server'),
  unreadable: fault('server'),
  slow: fault('server'),
  'not-found': fault('page'),
  refused: fault('server'),
  'server-error': fault('server'),
  'web-page': fault('page'),
  'not-json': fault('page'),
  'wrong-type': fault('server'),
  'data-refused': fault('page'),
  'data-left-out': fault('page'),
  'data-unusual': advice('page'),
  charset: advice('server'),
  'charset-apart': advice('server'),
  garbled: fault('server'),
  'file-failed': fault('server'),
  'two-scripts': advice('page'),
  'other-version': fault('page'),
  'tag-taken': fault('page'),
  'not-defined': fault('page'),
  'other-prefix': fault('page'),
  'no-elements': advice('page'),
  'data-elsewhere': fault('page'),
  'lacks-catalog': fault('page'),
  'lacks-code': fault('page'),
  'lacks-forms': fault('page'),
  'lacks-gateway': fault('page'),
  'lacks-figures': fault('page'),
  'no-gap': fault('page'),
  'gap-in-query': advice('page'),
  'unknown-attribute': fault('page'),
  'unknown-value': fault('page'),
  'unknown-code': fault('page'),
  hidden: fault('page'),
  covered: fault('page'),
  'calendar-ends': advice('page'),
  viewport: advice('page'),
  'no-reserve': advice('page'),
  'no-storage': fault('device'),
  clock: fault('device'),
  'old-browser': fault('device'),
} as const satisfies Record<string, Kind>;

export type FindingCode = keyof typeof KINDS;
export const FINDING_CODES = Object.keys(KINDS) as readonly FindingCode[];

export type FindingParams = Readonly<Record<string, string | number>>;

/** Something that was found. Values are what its sentences name; none is of a person. */
export interface Finding extends Kind {
  readonly code: FindingCode;
  readonly params: FindingParams;
  /** What the library says of it elsewhere, too: its sentences name it as `said`. */
  readonly said?: LocalizedText;
}

export const finding = (code: FindingCode, params: FindingParams = {}): Finding => ({
  code,
  ...KINDS[code],
  params,
});

/** What could not be looked at, and is told as such. */
export type UnknownCode =
  | 'before'
  | 'page-headers'
  | 'clock'
  | 'gap'
  | 'folded'
  | 'frames'
  | 'short-storage'
  | 'sending'
  | 'elsewhere';
export interface Unknown {
  readonly code: UnknownCode;
  readonly params: FindingParams;
}

/** What a page is told. Faults stand first. */
export interface Report {
  readonly findings: readonly Finding[];
  readonly unknowns: readonly Unknown[];
}
