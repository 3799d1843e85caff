import type { common } from '../../src/i18n/namespaces/common.js';
import type { KnownNamespace } from '../../src/i18n/page-words.js';
import type { levels } from '../../src/i18n/namespaces/levels.js';
import type { lookup } from '../../src/i18n/namespaces/lookup.js';
import type { RememberingLocalizer } from '../../src/ui/remembering-localizer.js';

/** Words of a list, of the levels in it, and of all elements. */
export type ListWords<Later extends KnownNamespace = never> = RememberingLocalizer<
  readonly [typeof lookup, typeof levels, typeof common],
  Later
>;
