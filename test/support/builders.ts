import type { Catalog } from '../../src/catalog/catalog.js';
import { parseCatalog } from '../../src/catalog/parse-catalog.js';
import type { CatalogFile, Procedure } from '../../src/catalog/procedure.js';
import type { LevelEntry, LevelList } from '../../src/levels/level-list.js';

/** A procedure as a publisher writes it. */
export type ProcedureRecord = CatalogFile['procedures'][number];

/** A record of a catalogue file with only what the format asks for. */
export function aRecord(overrides: Partial<ProcedureRecord> = {}): ProcedureRecord {
  return { code: '1.001193', name: 'Thủ tục đăng ký khai sinh', ...overrides };
}

/** A catalogue file, as JSON.parse would give it. */
export function aCatalogFile(
  procedures: readonly ProcedureRecord[] = [aRecord()],
  head: Partial<Omit<CatalogFile, 'procedures'>> = {},
): CatalogFile {
  return {
    formatVersion: 1,
    publisher: 'UBND xã Mẫu',
    place: 'Xã Mẫu',
    publishedOn: '2026-11-23',
    ...head,
    procedures: [...procedures],
  };
}

/** A checked catalogue. Builder errors are loud: a record that is left out throws. */
export function aCatalog(
  procedures?: readonly ProcedureRecord[],
  head?: Partial<Omit<CatalogFile, 'procedures'>>,
): Catalog {
  const file = aCatalogFile(procedures, head);
  const { catalog, problems } = parseCatalog(file);
  if (catalog.procedures.length !== file.procedures.length) throw new Error(JSON.stringify(problems));
  return catalog;
}

/** A checked procedure, defaults filled in. */
export function aProcedure(overrides: Partial<ProcedureRecord> = {}): Procedure {
  const [procedure] = aCatalog([aRecord(overrides)]).procedures;
  if (!procedure) throw new Error('a catalogue of one has one');
  return procedure;
}

/** Levels as a place publishes them. */
export function aLevelList(
  entries: readonly LevelEntry[] = [{ code: '1.001193', level: 'full' }],
  head: Partial<Omit<LevelList, 'entries'>> = {},
): LevelList {
  return {
    formatVersion: 1,
    publisher: 'UBND tỉnh Mẫu',
    place: 'Tỉnh Mẫu',
    publishedOn: '2026-07-01',
    scheme: 'vn-2022',
    illustration: false,
    ...head,
    entries: [...entries],
  };
}

/** A file of level schemes with one level, of a place's own. */
export const aSchemesFile = () => ({
  schemes: [
    {
      id: 'xa-mau',
      name: { vi: 'Hai mức' },
      law: { vi: 'Quy ước của trang' },
      levels: [
        {
          code: '4',
          rank: 1,
          tone: 'full',
          abilities: ['submit'],
          name: { vi: 'Nộp mạng' },
          meaning: { vi: 'Làm hết trên mạng.' },
        },
      ],
    },
  ],
});
