import { onlineFiling } from '../../src/catalog/online-filing.js';
import { announce, type Announcement } from '../../src/catalog/loudspeaker.js';
import type { Procedure } from '../../src/catalog/procedure.js';
import { isAtPastDistrict, type Standing } from '../../src/catalog/standing.js';
import type { common } from '../../src/i18n/namespaces/common.js';
import type { detail } from '../../src/i18n/namespaces/detail.js';
import type { levels } from '../../src/i18n/namespaces/levels.js';
import type { outreach } from '../../src/i18n/namespaces/outreach.js';
import type { IsoDate } from '../../src/shared/clock.js';
import type { PlaceCatalog } from '../../src/ui/catalog-state.js';
import type { LevelFace } from '../../src/ui/level-face.js';
import type { LocalizeController } from '../../src/ui/localize-controller.js';
import type { PrintCode } from '../../src/ui/print-code.js';

export type Words = Pick<
  LocalizeController<readonly [typeof outreach, typeof detail, typeof levels, typeof common]>,
  't' | 'text' | 'day' | 'money' | 'number' | 'language'
>;

/** The one record that poster, leaflet, picture and loudspeaker tell. */
export interface OutreachRecord {
  readonly i18n: Words;
  readonly place: PlaceCatalog;
  readonly procedure: Procedure;
  readonly standing: Standing;
  readonly today: IsoDate;
  readonly level: LevelFace;
  /** One sentence on what the level means for the person. */
  readonly meaning: string;
  /** Address that a phone can open; undefined where the page names none. */
  readonly address: string | undefined;
  readonly code: PrintCode | undefined;
  readonly office: string | undefined;
  readonly phone: string | undefined;
  readonly hours: string | undefined;
}

/** Where the record sends people; undefined where it names nobody, or an office that is gone. */
export const agencyOf = ({
  procedure,
  today,
}: Pick<OutreachRecord, 'procedure' | 'today'>): string | undefined =>
  isAtPastDistrict(procedure, today) ? undefined : (procedure.receivingAgency ?? procedure.competentAgency);

/** An address as it is typed: without what every browser adds by itself. */
export const typed = (address: string): string =>
  address.replace(/^https?:\/\/(?:www\.)?/u, '').replace(/\/$/u, '');

/** What the loudspeaker says of the record. */
export const spoken = (record: OutreachRecord): Announcement => {
  const { place, procedure, standing, address, office, phone, hours } = record;
  return announce(procedure, {
    place: place.catalog.place,
    isSample: place.catalog.sample,
    online: onlineFiling(procedure, place.levelOf(procedure)),
    standing,
    agency: agencyOf(record),
    office,
    phone,
    hours,
    hasPage: address !== undefined,
  });
};
