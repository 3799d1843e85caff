import { expect } from 'chai';
import fc from 'fast-check';
import { loadPlaces, type Places } from '../../src/forms/places.js';
import { provinceIn } from '../../src/forms/province-list.js';
import { readAddress } from '../../src/forms/read-address.js';

/** What an address can mean today, in one line; the province is the one that it names, or the one given. */
async function told(text: string, chosen?: string): Promise<string> {
  const places = await loadPlaces(chosen ?? provinceIn(text)?.code ?? '');
  const read = places && readAddress(text, places);
  return read ? read.candidates.join(' | ') : 'unsure';
}

function table(name: string, rows: readonly (readonly [string, string])[], chosen?: string) {
  describe(name, () => {
    for (const [text, expected] of rows)
      it(`reads “${text}” as ${expected}`, async () => expect(await told(text, chosen)).to.equal(expected));
  });
}

table('an address of today', [
  ['Thôn Đông, xã Núi Thành, thành phố Đà Nẵng', 'Xã Núi Thành'],
  ['thon dong xa nui thanh tp da nang', 'Xã Núi Thành'],
  ['X. Núi Thành, TP. Đà Nẵng', 'Xã Núi Thành'],
  ['Phường Sài Gòn, Thành phố Hồ Chí Minh', 'Phường Sài Gòn'],
  ['12 Lê Lợi, P. Hải Châu, Đà Nẵng, Việt Nam', 'Phường Hải Châu'],
  ['Đặc khu Lý Sơn, Quảng Ngãi', 'Đặc khu Lý Sơn'],
  ['Phường Xuân Hương, Đà Lạt, Lâm Đồng', 'Phường Xuân Hương - Đà Lạt'],
  // With a district or a province that is no more.
  ['phường Sài Gòn, Q1, TPHCM', 'Phường Sài Gòn'],
  ['xã Núi Thành, tỉnh Quảng Nam', 'Xã Núi Thành'],
]);

table('an address of before', [
  ['Thôn Đông, xã Tam Hiệp, huyện Núi Thành, tỉnh Quảng Nam', 'Xã Núi Thành'],
  ['thon dong xa tam hiep huyen nui thanh quang nam', 'Xã Núi Thành'],
  ['Thôn Đông, Tam Hiệp, Núi Thành, Quảng Nam', 'Xã Núi Thành'],
  ['Tam Hiệp - Núi Thành - Q. Nam', 'Xã Núi Thành'],
  ['xã Tam Hiệp, huyện Núi Thành, TP Đà Nẵng', 'Xã Núi Thành'],
  ['Xã Tam Xuân 1, H. Núi Thành, T. Quảng Nam', 'Xã Tam Xuân'],
  ['Phường Tam Hiệp, Huyện Núi Thành, Quảng Nam', 'Xã Núi Thành'],
  ['P.12, Q.Gò Vấp, TP.HCM', 'Phường An Hội Tây'],
  ['P12, Q. Gò Vấp, TP HCM', 'Phường An Hội Tây'],
  ['Phường 012, Quận Gò Vấp, Hồ Chí Minh', 'Phường An Hội Tây'],
  ['12 Lê Lợi, Bến Nghé, Quận 1, Hồ Chí Minh 700000, Vietnam', 'Phường Sài Gòn'],
  ['phường Vĩnh Ninh, TP Huế, Thừa Thiên Huế', 'Phường Thuận Hóa'],
  ['phường Quang Trung, TP Qui Nhơn, Bình Định', 'Phường Quy Nhơn Nam'],
  ['Phường 5, TP Cà Mau', 'Phường Tân Thành'],
  ['Phường 5, TP Cà Mau, tỉnh Cà Mau', 'Phường Tân Thành'],
]);

table('an address that leaves a question', [
  // Split among several.
  ['Phường Dịch Vọng, Quận Cầu Giấy, Hà Nội', 'Phường Cầu Giấy | Phường Nghĩa Đô'],
  // The district, or the commune of today with its name.
  ['Tam Tiến, Núi Thành, Đà Nẵng', 'Xã Tam Xuân | Xã Núi Thành'],
  // Two communes but for their accents.
  ['xa tam dan, huyen phu ninh, quang nam', 'Xã Chiên Đàn | Xã Phú Ninh'],
  // Two communes in two districts.
  ['Phường 2, tỉnh Lâm Đồng', 'Phường 2 Bảo Lộc | Phường Xuân Hương - Đà Lạt'],
]);

table('exact accents', [
  ['xã Tam Đàn, huyện Phú Ninh, Quảng Nam', 'Xã Chiên Đàn'],
  ['xã Tam Dân, huyện Phú Ninh, Quảng Nam', 'Xã Phú Ninh'],
  ['phường Hoà Cường, Đà Nẵng', 'Phường Hòa Cường'],
  ['phường Hòa Cường, Đà Nẵng', 'Phường Hòa Cường'],
  ['xã Tam Hiêp, huyện Núi Thanh, Quảng Nam', 'Xã Núi Thành'],
]);

table('an address that is not sure', [
  ['12 Trần Phú, Hải Châu, Đà Nẵng', 'unsure'],
  ['Phường 1, TP Hồ Chí Minh', 'unsure'],
  ['45 Nguyễn Cư Trinh, Quận 1, TP.HCM', 'unsure'],
  ['số 5 Núi Thành, Đà Nẵng', 'unsure'],
  ['đường Tam Hải, Đà Nẵng', 'unsure'],
  ['xã Tam Hiệp, huyện Núi Thành, Hà Nội', 'unsure'],
  ['huyện Núi Thành, Quảng Nam', 'unsure'],
  // Each name is there, but not in the other.
  ['xã Hòa Vang, tỉnh Quảng Nam', 'unsure'],
  ['phường Hải Châu, huyện Núi Thành, Đà Nẵng', 'unsure'],
  ['Quảng Nam', 'unsure'],
]);

table(
  'an address beside a chosen province',
  [
    ['xã Tam Hiệp, huyện Núi Thành', 'Xã Núi Thành'],
    ['Phường Hải Châu', 'Phường Hải Châu'],
    ['Hải Châu', 'unsure'],
    ['phường Sài Gòn, TP Hồ Chí Minh', 'unsure'],
  ],
  '48',
);

describe('what is said of a reading', () => {
  let places: Places;
  before(async () => (places = (await loadPlaces('48'))!));

  it('has the names of before as they were official', () =>
    expect(readAddress('tam hiep, nui thanh, quang nam', places)).to.deep.equal({
      province: '48',
      candidates: ['Xã Núi Thành'],
      readings: [
        {
          era: 'before',
          commune: 'Xã Tam Hiệp',
          district: 'Huyện Núi Thành',
          province: 'Tỉnh Quảng Nam',
          today: ['Xã Núi Thành'],
        },
      ],
    }));

  it('tells a commune of today from one of before', () =>
    expect(readAddress('xã Núi Thành, Đà Nẵng', places)?.readings).to.deep.equal([
      { era: 'today', commune: 'Xã Núi Thành' },
    ]));

  it('finds nothing in other texts', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => readAddress(text, places) === undefined),
    );
    const words = 'tôi đi chợ mua gạo nấu cơm ngày mai trời mưa to , . - / 12 số nhà'.split(' ');
    const sentences = fc.array(fc.constantFrom(...words)).map((chosen) => chosen.join(' '));
    fc.assert(
      fc.property(
        sentences,
        fc.constantFrom('', ', Đà Nẵng', ' tỉnh Quảng Nam'),
        (text, province) => readAddress(text + province, places) === undefined,
      ),
    );
  });
});
