import { expect } from 'chai';
import { communesOf, loadPlaces } from '../../src/forms/places.js';
import { provinceIn, provincesOn } from '../../src/forms/province-list.js';

const named = (day: string) => provincesOn(day).map(({ fullName }) => fullName);

describe('the provinces on a day', () => {
  it('are 34, each under its own name and code, in Vietnamese order', () => {
    const provinces = provincesOn('2026-11-23');
    expect(provinces).to.have.length(34);
    expect(new Set(provinces.map(({ code }) => code)).size).to.equal(34);
    const names = provinces.map(({ name }) => name);
    expect(names).to.deep.equal([...names].sort(new Intl.Collator('vi').compare));
    expect(names.slice(0, 6)).to.deep.equal([
      'An Giang',
      'Bắc Ninh',
      'Cà Mau',
      'Cao Bằng',
      'Cần Thơ',
      'Đà Nẵng',
    ]);
  });

  it('are none before there were any of these', () => {
    expect(provincesOn('2025-06-30')).to.deep.equal([]);
    expect(provincesOn('2025-07-01')).to.have.length(34);
  });

  const becameCities = [
    ['Đồng Nai', '2026-04-29', '2026-04-30'],
    ['Quảng Ninh', '2026-08-31', '2026-09-01'],
    ['Bắc Ninh', '2026-09-19', '2026-09-20'],
  ] as const;
  for (const [name, before, since] of becameCities)
    it(`have ${name} as a city since ${since}, which no gazette was asked about`, () => {
      expect(named(before)).to.include(`Tỉnh ${name}`);
      expect(named(since)).to.include(`Thành phố ${name}`).and.not.include(`Tỉnh ${name}`);
      expect(provincesOn(since).find((province) => province.name === name)?.unverified).to.equal(true);
      expect(provincesOn(before).find((province) => province.name === name)?.unverified).to.equal(false);
    });
});

describe('the province in an address', () => {
  const written: readonly (readonly [text: string, code: string | undefined, former?: string])[] = [
    ['Thành phố Đà Nẵng', '48'],
    ['xã Núi Thành, TP. Đà Nẵng', '48'],
    ['xã Núi Thành, T.P Đà Nẵng', '48'],
    ['xa nui thanh da nang', '48'],
    ['Núi Thành – Đà Nẵng', '48'],
    ['Núi Thành, Đ. Nẵng', '48'],
    ['Đà Nẵng, Việt Nam', '48'],
    ['Đà Nẵng 550000, Vietnam', '48'],
    ['Đà Nẵng'.normalize('NFD'), '48'],
    ['huyện Núi Thành, tỉnh Quảng Nam', '48', 'Tỉnh Quảng Nam'],
    ['Núi Thành, T. Quảng Nam', '48', 'Tỉnh Quảng Nam'],
    ['Núi Thành, Q. Nam', '48', 'Tỉnh Quảng Nam'],
    ['QUẢNG NAM', '48', 'Tỉnh Quảng Nam'],
    ['Quận 1, TPHCM', '79'],
    ['Quận 1, TP HCM.', '79'],
    ['Quận 1, Tp.Hồ Chí Minh', '79'],
    ['Phường 1, TP Vũng Tàu, Bà Rịa Vũng Tàu', '79', 'Tỉnh Bà Rịa - Vũng Tàu'],
    ['tỉnh Bà Rịa – Vũng Tàu', '79', 'Tỉnh Bà Rịa - Vũng Tàu'],
    ['TP Huế, Thừa Thiên Huế', '46'],
    ['Đắc Lắc', '66'],
    ['Đăk Lăk', '66'],
    ['Hoà Bình', '25', 'Tỉnh Hoà Bình'],
    ['Biên Hòa, Đ. Nai', '75'],
    ['Tỉnh Đồng Nai', '75'],
    ['Thành phố Đồng Nai', '75'],
    // One letter that two provinces begin with, and names that are those of something else.
    ['H. Giang', undefined],
    ['xã Bình Dương', undefined],
    ['phường Hưng Yên', undefined],
    ['12 đường Hà Nội', undefined],
    ['Đà Nẵng là nơi tôi sinh ra', undefined],
    ['Núi Thành', undefined],
    ['', undefined],
  ];
  for (const [text, code, former] of written)
    it(`of “${text}” is ${code ?? 'not known'}`, () =>
      expect(provinceIn(text)).to.deep.equal(code && { code, ...(former && { former }) }));
});

describe('the places of a province', () => {
  it('come for each province of the list, dated and with their source', async () => {
    for (const { code } of provincesOn('2026-11-23')) {
      const places = await loadPlaces(code);
      expect(places?.province).to.equal(code);
      expect(places?.asOf).to.equal('2025-07-01');
      expect(places?.source).to.include('MIT');
    }
  });

  it('are not there for another code', async () => {
    for (const code of ['49', '', 'constructor']) expect(await loadPlaces(code)).to.equal(undefined);
  });

  it('have the communes with their kinds, wards first', async () => {
    const places = await loadPlaces('48');
    const communes = communesOf(places!);
    expect(communes).to.have.length(94);
    expect(communes[0]).to.equal('Phường An Hải');
    expect(communes).to.include('Xã Núi Thành');
    expect(communes.at(-1)).to.equal('Đặc khu Hoàng Sa');
  });
});
