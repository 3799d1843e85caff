import type { common } from '../i18n/namespaces/common.js';
import type { PlaceCatalog, StandIn } from './catalog-state.js';
import type { LocalizeController } from './localize-controller.js';

type Words = Pick<LocalizeController<readonly [typeof common]>, 't' | 'instant'>;

/** What a reader must know of the data before believing them: samples, and what is not as it should be. */
export const placeNotices = (i18n: Words, place: PlaceCatalog): readonly string[] => [
  ...(place.catalog.sample ? [i18n.t('sample')] : []),
  ...loadNotices(i18n, place),
];

/** Copies in use and why, levels that did not come. */
export function loadNotices(i18n: Words, { standIns, unreadLists }: PlaceCatalog): readonly string[] {
  const missing = unreadLists.filter(({ problem }) => problem).map(({ name }) => shortName(name));
  const late = unreadLists.filter(({ problem }) => !problem).map(({ name }) => shortName(name));
  return [
    ...copiesInUse(i18n, standIns),
    ...(missing.length > 0 ? [i18n.t('levels.missing', { names: missing.join(', ') })] : []),
    ...(late.length > 0 ? [i18n.t('levels.late', { names: late.join(', ') })] : []),
  ];
}

/** One sentence for each reason, with the day of the oldest copy of a kind. */
function copiesInUse(i18n: Words, standIns: readonly StandIn[]): readonly string[] {
  return (['offline', 'slow', 'site'] as const).flatMap((why) => {
    const words = (['catalog', 'levels'] as const).flatMap((of) => {
      const days = standIns
        .filter((copy) => copy.why === why && copy.of === of)
        .map(({ savedOn }) => savedOn);
      const [oldest] = days.sort((one, other) => one.getTime() - other.getTime());
      return oldest ? [i18n.t(`stored.${of}`, { day: i18n.instant(oldest) })] : [];
    });
    return words.length > 0 ? [[i18n.t(`why.${why}`), ...words].join(' ')] : [];
  });
}

/** The last part of an address, which is what a list is called when people speak of it. */
const shortName = (name: string): string => name.split('/').at(-1) ?? name;
