import { narrowed, OWN_LIMITS, type FileLimits } from '../forms/file-limits.js';
import { askAbout } from '../gateway/ask-about.js';
import type { Network } from '../gateway/fetch-text.js';
import type { LocalizeController } from './localize-controller.js';
import type { formLate } from '../i18n/namespaces/form-late.js';

/** Whose limits they are, as far as that is known. */
export type LimitSource =
  /** The receiving system says so of itself. */
  | { readonly of: 'office'; readonly office: string }
  /** The receiving system was asked, and has not answered. */
  | { readonly of: 'office-silent' }
  /** It is being asked. */
  | { readonly of: 'office-asked' }
  /** The page says so of the national portal. */
  | { readonly of: 'portal' }
  /** Nobody says what the national portal takes. */
  | { readonly of: 'portal-unknown' };

export interface ToldLimits {
  readonly limits: FileLimits;
  readonly source: LimitSource;
}

const MEGABYTE = 1024 * 1024;

/** @param megabytes longest file of the national portal, as the page says; it is not public anywhere */
export function portalLimits(megabytes: number | undefined): ToldLimits {
  if (megabytes === undefined || !(megabytes > 0))
    return { limits: OWN_LIMITS, source: { of: 'portal-unknown' } };
  return { limits: narrowed({ bytes: megabytes * MEGABYTE }), source: { of: 'portal' } };
}

/** What a receiving system says of the papers that it takes. Asked once; again where it did not answer. */
export class OfficeLimits {
  #told: ToldLimits = { limits: OWN_LIMITS, source: { of: 'office-asked' } };
  #isAsked = false;

  constructor(
    private readonly line: () => Promise<{ readonly url: string; readonly network: Network }>,
    private readonly onChange: () => void,
  ) {}

  /** As far as it is known; asks where nobody has yet. */
  get told(): ToldLimits {
    if (!this.#isAsked) void this.#ask();
    return this.#told;
  }

  /** Somebody chooses a paper: what was not answered is asked again, for the next one. */
  again(): void {
    if (this.#told.source.of === 'office-silent') void this.#ask();
  }

  async #ask(): Promise<void> {
    this.#isAsked = true;
    const about = await this.line()
      .then(({ url, network }) => askAbout(url, network))
      .catch(() => undefined);
    this.#told = about
      ? {
          limits: narrowed({ bytes: about.maxFileBytes, files: about.maxFiles }),
          source: { of: 'office', office: about.office },
        }
      : { limits: OWN_LIMITS, source: { of: 'office-silent' } };
    this.onChange();
  }
}

type Words = Pick<LocalizeController<readonly [typeof formLate]>, 't' | 'number'>;

/** How long a file may be, in words; rounded down, so that no more is promised than is taken. */
export const sizeWords = (i18n: Words, bytes: number): string =>
  bytes < MEGABYTE
    ? i18n.t('attach.kilobytes', { size: i18n.number(Math.floor(bytes / 1024)) })
    : i18n.t('attach.megabytes', { size: i18n.number(Math.floor((bytes / MEGABYTE) * 10) / 10) });

/** That there are more papers than are taken, in words; undefined where there are not. */
export const tooManyWords = (
  i18n: Words,
  { limits }: ToldLimits,
  files: readonly unknown[],
): string | undefined =>
  files.length > limits.files
    ? i18n.t('attach.too-many', { count: files.length, most: limits.files })
    : undefined;

/** The limits, and whose they are. */
export function limitWords(i18n: Words, { limits, source }: ToldLimits): string {
  const words = i18n.t('attach.limit', { size: sizeWords(i18n, limits.bytes), most: limits.files });
  switch (source.of) {
    case 'office':
      return `${words} ${i18n.t('attach.limit.office', { office: source.office })}`;
    case 'office-asked':
      return words;
    default:
      return `${words} ${i18n.t(`attach.limit.${source.of}`)}`;
  }
}
