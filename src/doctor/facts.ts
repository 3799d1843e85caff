import type { IsoDate } from '../shared/clock.js';
import type { LocalizedText } from '../shared/localized-text.js';

/*
 * What can be known of a page from inside it. Every address is without its query and fragment, where codes of people may
 * stand; what could not be found out is absent, never guessed.
 */

/** How the page is encoded, and what its server says of it. */
export interface DocumentFacts {
  /** As the browser reads the page, e.g. `UTF-8`, `windows-1258`. */
  readonly charset: string;
  /** Content type that the server sends with the page, where it could be asked. */
  readonly contentType?: string | undefined;
  /** The first word of the page that looks like UTF-8 read as something else, e.g. `Thá»§`. */
  readonly garbled?: string | undefined;
  readonly isHttps: boolean;
  /** The browser trusts the connection: https, or a server on this computer. */
  readonly isSecure: boolean;
  /** The page tells phones its width. */
  readonly hasViewport: boolean;
  /** Frames that cannot be looked into. */
  readonly frames: number;
}

/** Something of ours that the page's policy blocked. */
export interface Violation {
  /** e.g. `connect-src`. */
  readonly directive: string;
  /** Address, or what a browser says instead, e.g. `trusted-types-policy`. */
  readonly blocked: string;
  /** The directive as the server sends it now, where the policy has it. */
  readonly present?: string | undefined;
}

/** What the page's policies do to the library. */
export interface PolicyFacts {
  readonly violations: readonly Violation[];
  /** Violations from before somebody listened are known, too. */
  readonly isComplete: boolean;
  /** Strings may not become markup, unless a policy makes them; looked at where no policy of ours is allowed. */
  readonly needsTrustedTypes: boolean;
  /** A policy of our name may be made once more. */
  readonly allowsPolicy: boolean;
  /** The library could draw by its own policy. */
  readonly isDrawn: boolean;
}

/** What came back from an address that the page configures. */
export type Answer =
  | {
      readonly kind: 'answered';
      readonly status: number;
      /** Content type without its parameters. */
      readonly type: string;
      readonly isJson: boolean;
    }
  /** The browser was not let by the page's policy. */
  | { readonly kind: 'blocked' }
  /** The server is there and does not let this page read. */
  | { readonly kind: 'unreadable' }
  | { readonly kind: 'unreachable' }
  | { readonly kind: 'slow' };

/** What the library's own reader said of data. */
export interface DataFaults {
  /** Nothing of it can be shown; else a part of it, or all, with something unusual. */
  readonly harm: 'all' | 'part' | 'none';
  readonly count: number;
  /** The first of them in sentences: what is wrong, and how to mend it. */
  readonly said: LocalizedText;
}

/** An address that elements read data from. */
export interface AddressFacts {
  /** Attribute that it stands in, e.g. `catalog`. */
  readonly name: string;
  readonly address: string;
  /** Absent where it was not asked for: it has a gap that a code fills. */
  readonly answer?: Answer | undefined;
  /** Absent where nothing is wrong with what came, or where it is of a kind that nobody can read without a form. */
  readonly faults?: DataFaults | undefined;
}

/** Copies of the library. */
export interface CopyFacts {
  /** Version that examines. */
  readonly version: string;
  /** Addresses of script tags of the library. */
  readonly scripts: readonly string[];
  /** Tags of the page that are registered by something else, and its version where it is a copy of ours. */
  readonly others: readonly { readonly tag: string; readonly version?: string | undefined }[];
  /** Files of the library that a server answered with an error. */
  readonly failed: readonly { readonly address: string; readonly status: number }[];
}

/** Why nobody sees an element. */
export interface Hiding {
  readonly how: 'display' | 'visibility' | 'opacity' | 'size' | 'clipped' | 'outside' | 'covered';
  /** What does it, as a selector tells it: `div#tab-2.pane`. */
  readonly by: string;
}

/** One element of the library on the page. */
export interface ElementFacts {
  /** As this library calls it, e.g. `dvc-procedure-lookup`; `script` for the options of the script tag. */
  readonly tag: string;
  /** As the page calls it, where that is something else: `xa-mau-procedure-lookup`. */
  readonly written?: string;
  readonly isDefined: boolean;
  /** What must be written for it on this page, where tags begin otherwise. */
  readonly instead?: string;
  /** Attributes as they are written. */
  readonly attributes: Readonly<Record<string, string>>;
  /** Attributes that the element knows; absent where its code has not come. */
  readonly known?: readonly string[] | undefined;
  /** Names of what it has, from wherever: its attributes, its properties, data inside, its portal, the page. */
  readonly has: readonly string[];
  /** Names of what stands in `data-…` of the node that it was made of, and was not taken over from there. */
  readonly refused?: readonly string[];
  /** What the page's data let an attribute be, by its name: codes of levels, of schemes. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
  /** Code of a procedure that the element's catalogue does not have. */
  readonly lostCode?: string | undefined;
  /** Class that keeps its place while the page loads, and that it lacks. */
  readonly unreserved?: string | undefined;
  readonly hiding?: Hiding | undefined;
  /** It stands in a part that is folded up, so whether it can be seen is not known. */
  readonly isFolded: boolean;
}

/** This computer. */
export interface DeviceFacts {
  /** Storage takes and gives back; false where it does not. */
  readonly stores: boolean;
  /** The browser promised to keep it; absent where it cannot be asked. */
  readonly isPersistent?: boolean | undefined;
  /** How far this computer's clock is ahead of the server's, in minutes; absent where no server told its time. */
  readonly minutesAhead?: number | undefined;
  /** What the browser lacks, by name. */
  readonly lacks: readonly string[];
}

/** Days off by which dates are reckoned on the page. */
export interface CalendarFacts {
  /** Years whose days off are known. */
  readonly years: readonly number[];
  /** The day in Việt Nam. */
  readonly today: IsoDate;
}

/** Everything about a page, for the checks. */
export interface PageFacts {
  /** Each that an element reckons by, as far as it could be read. */
  readonly calendars: readonly CalendarFacts[];
  readonly document: DocumentFacts;
  readonly policy: PolicyFacts;
  readonly addresses: readonly AddressFacts[];
  readonly copies: CopyFacts;
  readonly elements: readonly ElementFacts[];
  readonly device: DeviceFacts;
}
