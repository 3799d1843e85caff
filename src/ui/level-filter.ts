import type { Procedure } from '../catalog/procedure.js';
import { convertLevel } from '../levels/schemes.js';
import type { AnnouncedLevel, PlaceCatalog } from './catalog-state.js';
import type { PortalSettings } from './configure.js';
import { announcedElsewhereBy } from './level-face.js';

/** Made up for a sample page. */
export const ILLUSTRATION = 'illustration';
/** Before whoever announced a level for another place than this one. */
export const BY = 'by ';

/** Level and scheme, since schemes may share codes; whose it is, where this place did not announce it. */
export const keyOf = (scheme: string, code: string, whose?: string): string =>
  [scheme, code, ...(whose === undefined ? [] : [whose])].join('.');

function whoseOf(place: PlaceCatalog, announced: AnnouncedLevel): string | undefined {
  if (announced.list.illustration) return ILLUSTRATION;
  const by = announcedElsewhereBy(announced, place);
  return by === undefined ? undefined : BY + by;
}

/** Before what was announced in words that no scheme knows. */
export const UNREADABLE = '?';
/** Where not all lists could be read. */
export const UNREAD = 'unread';
/** What a search calls a level that nobody announced. */
export const UNKNOWN = 'unknown';

/** The choice of a level filter under which a procedure falls: the level that its card shows. */
export function levelChoiceOf(
  place: PlaceCatalog,
  procedure: Procedure,
  scheme: string | undefined,
  { schemes, mappings }: PortalSettings,
): string {
  const announced = place.levelOf(procedure);
  if (announced) {
    const shown = scheme ? convertLevel(announced, scheme, schemes, mappings) : announced;
    return keyOf(shown.scheme.id, shown.level.code, whoseOf(place, announced));
  }
  const code = place.levelCodeOf(procedure);
  if (code) return UNREADABLE + code;
  return place.unreadLists.length > 0 ? UNREAD : UNKNOWN;
}
