/*
 * What is known of provinces and communes beside the package, each with where it stands: what corrects it, and what it
 * must agree with. A name or a day without a source has no place here.
 */

/** From this day on: Nghị quyết 202/2025/QH15 and the resolutions on the communes of each province. */
export const AS_OF = '2025-07-01';

/**
 * Provinces that became another kind of unit since. Community repositories tell it and name the resolution; none was
 * compared with the gazette. (That Đồng Nai is a city, the national portal's catalogue of July 2026 says, too.)
 */
export const LATER_KINDS = {
  75: { kind: 'Thành phố', from: '2026-04-30', by: '30/2026/QH16', unverified: true },
  22: { kind: 'Thành phố', from: '2026-09-01', by: '36/2026/QH16', unverified: true },
  24: { kind: 'Thành phố', from: '2026-09-20', by: '39/2026/QH16', unverified: true },
};

/** What people also write for a province of before: customary, so it needs no source, but it must mean one province. */
export const ALSO_WRITTEN = {
  'Thành phố Hồ Chí Minh': ['HCM', 'TPHCM'],
  // Its name until the end of 2024.
  'Thành phố Huế': ['Thừa Thiên Huế', 'TT Huế'],
  // Its largest town, which many write for the whole.
  'Tỉnh Bà Rịa - Vũng Tàu': ['Vũng Tàu', 'BRVT'],
  'Tỉnh Bắc Kạn': ['Bắc Cạn'],
  'Tỉnh Đắk Lắk': ['Đắc Lắc'],
  'Tỉnh Đắk Nông': ['Đắc Nông'],
  'Tỉnh Kon Tum': ['Kontum'],
};

/** 34 provinces (Nghị quyết 202/2025/QH15), 3,321 communes in the whole country (as the press counted them). */
export const COUNTS = { provinces: 34, communes: 3321 };

/** Nghị quyết 1659/NQ-UBTVQH15: 94 units. */
export const DA_NANG = { code: '48', kinds: { Phường: 23, Xã: 70, 'Đặc khu': 1 } };

/** What the district Núi Thành became, as its own pages told it; they named the parts of the first. */
export const NUI_THANH = {
  district: ['Tỉnh Quảng Nam', 'Huyện Núi Thành'],
  became: ['Xã Núi Thành', 'Xã Đức Phú', 'Xã Tam Anh', 'Xã Tam Hải', 'Xã Tam Mỹ', 'Xã Tam Xuân'],
  first: ['Thị trấn Núi Thành', 'Xã Tam Giang', 'Xã Tam Hiệp', 'Xã Tam Nghĩa', 'Xã Tam Quang'],
};

/**
 * Communes of which the package tells no commune of before: five islands that were districts without communes, and one
 * that was left out. Nothing is put in their place.
 */
export const WITHOUT_BEFORE = [
  'Đặc khu Bạch Long Vĩ',
  'Đặc khu Côn Đảo',
  'Đặc khu Cồn Cỏ',
  'Đặc khu Hoàng Sa',
  'Đặc khu Lý Sơn',
  'Xã Ia Mơ',
];
