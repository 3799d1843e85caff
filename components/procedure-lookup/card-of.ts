import { html } from 'lit';
import type { SearchHit } from '../../src/catalog/catalog-search.js';
import { isUsable, standingOn, tiersOn, type Standing } from '../../src/catalog/standing.js';
import type { IsoDate } from '../../src/shared/clock.js';
import type { PlaceCatalog } from '../../src/ui/catalog-state.js';
import type { PortalSettings } from '../../src/ui/configure.js';
import { levelFaceOf } from '../../src/ui/level-face.js';
import { stepFrom } from '../../src/ui/procedure-step.js';
import type { ListWords } from './list-words.js';
import { isAlias, type CardView } from './result-card.js';

/** What holds for every card of a list. */
export interface ListContext {
  readonly i18n: ListWords;
  readonly settings: PortalSettings;
  readonly today: IsoDate;
  readonly scheme: string | undefined;
  readonly applyUrl: string | undefined;
}

/** What a card says of a procedure that was found. */
export function cardOf(
  { procedure, matches }: SearchHit,
  place: PlaceCatalog,
  { i18n, settings, today, scheme, applyUrl }: ListContext,
): Pick<
  CardView,
  'i18n' | 'procedure' | 'level' | 'standing' | 'isOver' | 'nameRanges' | 'alias' | 'facts' | 'applyUrl'
> {
  const { code, field } = procedure;
  const standing = standingOn(procedure, today);
  const step = stepFrom(procedure, place.levelOf(procedure), today, applyUrl ?? settings.applyUrl);
  const inName = matches.find((match) => match.in === 'name');
  const alias = matches.find(isAlias);
  return {
    i18n,
    procedure,
    level: levelFaceOf(i18n, settings, place, procedure, scheme),
    standing: standing.kind === 'in-force' ? undefined : standingWords(i18n, standing),
    isOver: !isUsable(standing),
    nameRanges: inName?.ranges ?? [],
    alias: alias && !inName ? alias : undefined,
    facts: [
      i18n.t('code', { code }),
      ...(field ? [html`<span lang="vi">${field}</span>`] : []),
      ...tiersOn(procedure, today).map(({ tier }) => i18n.t(`tier.${tier}`)),
    ],
    // Where the sources disagree the sheet says so; a card has no room to.
    applyUrl: step.kind === 'apply' && step.online.answer !== 'disputed' ? step.address : undefined,
  };
}

const standingWords = (i18n: ListWords, standing: Exclude<Standing, { kind: 'in-force' }>): string =>
  standing.kind === 'replaced'
    ? i18n.t('replaced')
    : i18n.t(`standing.${standing.kind}`, { day: i18n.day(standing.day) });
