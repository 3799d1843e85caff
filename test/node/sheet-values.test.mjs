import assert from 'node:assert/strict';
import { test } from 'node:test';
import { build, one, sheet, workbook } from '../support/sheets.mjs';

/* What the words of a cell become: tables of what stands in the spreadsheets of communes. */

const only = (object) => JSON.parse(JSON.stringify(object ?? null));

for (const [words, expected, told = []] of [
  ['15.000 đồng/lần đăng ký', [{ kind: 'known', amount: 15000, published: '15.000 đồng/lần đăng ký' }]],
  ['15000', [{ kind: 'known', amount: 15000 }]],
  ['15.000đ', [{ kind: 'known', amount: 15000 }]],
  ['15 nghìn đồng', [{ kind: 'known', amount: 15000 }]],
  ['230.000/lần', [{ kind: 'known', amount: 230000, published: '230.000/lần' }]],
  ['8.000 đồng – mỗi bản sao', [{ kind: 'known', amount: 8000, published: 'mỗi bản sao' }]],
  ['Miễn phí', [{ kind: 'free', published: 'Miễn phí' }]],
  ['miễn lệ phí', [{ kind: 'free', published: 'miễn lệ phí' }]],
  ['Không thu phí', [{ kind: 'free', published: 'Không thu phí' }]],
  ['Miễn phí cho hộ nghèo', [{ kind: 'unknown', published: 'Miễn phí cho hộ nghèo' }], ['fee-words']],
  [
    'Miễn phí (theo quy định của HĐND tỉnh)',
    [{ kind: 'by-province', published: 'Miễn phí (theo quy định của HĐND tỉnh)' }],
  ],
  ['Không', [{ kind: 'unknown', published: 'Không' }], ['fee-none']],
  ['0', [{ kind: 'unknown', published: '0' }], ['fee-zero']],
  ['40 đồng', [{ kind: 'unknown', published: '40 đồng' }], ['fee-small']],
  ['10 USD/bản', [{ kind: 'unknown', currency: 'USD', published: '10 USD/bản' }], ['fee-words']],
  [
    'Theo Thông tư 85/2019/TT-BTC',
    [{ kind: 'unknown', published: 'Theo Thông tư 85/2019/TT-BTC' }],
    ['fee-words'],
  ],
  [
    'Lần đầu 50.000 đồng, cấp lại 70.000 đồng',
    [{ kind: 'unknown', published: 'Lần đầu 50.000 đồng, cấp lại 70.000 đồng' }],
    ['fee-several'],
  ],
  [
    '- 2.000 đồng/trang\n- 1.000 đồng/trang từ trang thứ 3',
    [
      { kind: 'known', amount: 2000, published: '2.000 đồng/trang' },
      { kind: 'unknown', published: '1.000 đồng/trang từ trang thứ 3' },
    ],
    ['fee-unclear'],
  ],
  ['1,5 triệu đồng', [{ kind: 'known', amount: 1_500_000 }]],
  ['0,5 triệu đồng', [{ kind: 'known', amount: 500_000 }]],
  ['12.5 nghìn', [{ kind: 'known', amount: 12_500 }]],
  ['1.500.000 đồng', [{ kind: 'known', amount: 1_500_000 }]],
  [
    '10.000 đồng/trường hợp (Thông tư số 226/2016/TT-BTC ngày 11/11/2016)',
    [
      {
        kind: 'known',
        amount: 10_000,
        published: '10.000 đồng/trường hợp (Thông tư số 226/2016/TT-BTC ngày 11/11/2016)',
      },
    ],
  ],
  [
    '50.000 đồng (năm mươi nghìn đồng)',
    [{ kind: 'known', amount: 50_000, published: '50.000 đồng (năm mươi nghìn đồng)' }],
  ],
  ['15.000 đồng/01 lần', [{ kind: 'known', amount: 15_000, published: '15.000 đồng/01 lần' }]],
  ['2 triệu 500 nghìn', [{ kind: 'unknown', published: '2 triệu 500 nghìn' }], ['fee-several']],
])
  test(`fee “${words.replaceAll('\n', ' ⏎ ')}”`, async () => {
    const { procedure, problems } = await one({ 'Phí, lệ phí (nếu có)': words });
    assert.deepEqual(
      only(procedure.fees),
      expected
        .map((fee) => ({ currency: 'VND', ...fee }))
        .map(only)
        .map(sorted),
    );
    assert.deepEqual(problems, told);
  });

/* What is not one plain sum is no fact: its words are shown, and the webmaster is told. */
for (const words of [
  '1 triệu rưỡi',
  '15-20 nghìn đồng',
  '15 – 20 nghìn đồng',
  '15.000 đồng – 30.000 đồng',
  '150 đến 300 nghìn đồng',
  '15000 - 30000 đồng',
  '0,5% giá trị, không quá 500.000 đồng',
  '70% của 100.000 đồng',
  'Từ 100.000 đồng trở lên',
  'Tối đa 200.000 đồng/bản',
  'Không thu phí; riêng bản sao 8.000 đồng',
  'Miễn phí. Bản sao thứ hai 5.000 đồng',
  'Miễn phí – bản sao 8.000 đồng',
  'Miễn phí. Trường hợp quá hạn thì nộp phí',
  'Miễn phí cho người dưới 16 tuổi; khác 50.000 đồng',
  'Nộp trực tuyến: 50.000 đồng',
  '1 tỷ 500 triệu đồng',
  '1,250 triệu đồng',
  '1tr5',
  '50.000,00 đồng',
  'Miễn phí 50%',
  'Miễn phí; bản thứ hai 1tr5',
  '50.000 đồng – trở lên',
])
  test(`fee “${words}” is no plain sum`, async () => {
    const { procedure, problems } = await one({ 'Phí, lệ phí': words });
    assert.deepEqual(only(procedure.fees), [{ kind: 'unknown', currency: 'VND', published: words }]);
    assert.equal(problems.length, 1);
    assert.equal(sheet.SHEET_PROBLEMS[problems[0]], 'warning', problems[0]);
  });

test('a bare number under a header with a unit is not taken for a sum; one that says its unit is', async () => {
  for (const header of [
    'Lệ phí (1.000 đồng)',
    'Lệ phí (nghìn đồng)',
    'Lệ phí (triệu đồng)',
    'Lệ phí (USD)',
  ]) {
    const bare = await one({ [header]: '1500' });
    assert.deepEqual(
      [only(bare.procedure.fees), bare.problems],
      [[{ kind: 'unknown', currency: 'VND', published: '1500' }], ['fee-unit']],
      header,
    );
  }
  const whole = await one({ 'Lệ phí (1.000 đồng)': '15.000 đồng' });
  assert.deepEqual([whole.procedure.fees[0].amount, whole.problems], [15_000, []]);
  const number = await build(
    await workbook([
      ['Mã thủ tục', 'Tên thủ tục', 'Lệ phí (1.000 đồng)'],
      ['1.001193', 'Đăng ký khai sinh', 1500],
    ]),
  );
  assert.deepEqual(
    number.problems.map(({ code, row, column }) => [code, row, column]),
    [['fee-unit', 2, 'C']],
  );
});

/** In the order in which the library writes its members. */
function sorted({ kind, amount, currency, published }) {
  return only({ kind, ...(amount && { amount }), currency, ...(published && { published }) });
}

for (const [words, expected, told = [], header = 'Thời hạn giải quyết'] of [
  ['3 ngày làm việc', { value: 3, unit: 'working-day' }],
  ['03 (ba) ngày làm việc', { value: 3, unit: 'working-day' }],
  ['7,5 ngày làm việc', { value: 7.5, unit: 'working-day' }],
  ['15 ngày', { value: 15, unit: 'day' }],
  ['Trong ngày', { unit: 'same-day' }],
  ['Không quá 10 ngày làm việc', { value: 10, unit: 'working-day', published: 'Không quá 10 ngày làm việc' }],
  [
    '02 ngày làm việc, kể từ ngày nhận đủ hồ sơ',
    { value: 2, unit: 'working-day', published: '02 ngày làm việc, kể từ ngày nhận đủ hồ sơ' },
  ],
  [
    'Trong ngày; nhận sau 15 giờ thì trả ngày làm việc tiếp theo',
    {
      unit: 'same-day',
      cutOffHour: 15,
      published: 'Trong ngày; nhận sau 15 giờ thì trả ngày làm việc tiếp theo',
    },
  ],
  [
    '3 ngày làm việc – cần xác minh thì tối đa 23 ngày',
    { value: 3, unit: 'working-day', published: 'cần xác minh thì tối đa 23 ngày' },
  ],
  [
    'Không quá 10 ngày làm việc. Đối với xã miền núi +10 ngày',
    { published: 'Không quá 10 ngày làm việc. Đối với xã miền núi +10 ngày' },
    ['time-words'],
  ],
  ['Theo mô tả', { published: 'Theo mô tả' }, ['time-words']],
  ['5', { published: '5' }, ['time-unit']],
  ['5', { value: 5, unit: 'working-day' }, [], 'Thời hạn (ngày làm việc)'],
])
  test(`time limit “${words}” under “${header}”`, async () => {
    const { procedure, problems } = await one({ [header]: words });
    assert.deepEqual(only(procedure.timeLimit), expected);
    assert.deepEqual(problems, told);
  });

for (const [words, expected, told] of [
  ['01/07/2026', '2026-07-01'],
  ['1.7.2026', '2026-07-01'],
  ['ngày 1 tháng 7 năm 2026', '2026-07-01'],
  ['2026-07-01', '2026-07-01'],
  ['31/02/2026', undefined, 'day-unreal'],
  ['7/13/2026', undefined, 'day-unreal'],
  ['1/7/26', undefined, 'day-form'],
  ['tháng 7', undefined, 'day-form'],
])
  test(`day “${words}”`, async () => {
    const { procedure, problems } = await one({ 'Hiệu lực từ': words });
    assert.equal(procedure.validFrom, expected);
    assert.deepEqual(problems, told ? [told] : []);
  });

for (const [words, scheme, level] of [
  ['Toàn trình', 'vn-2022', 'full'],
  ['DVC toàn trình', 'vn-2022', 'full'],
  ['một phần', 'vn-2022', 'partial'],
  ['Cung cấp thông tin', 'vn-2022', 'information'],
  ['4', 'vn-2011', '4'],
  ['Mức độ 3', 'vn-2011', '3'],
  ['DVC mức 4', 'vn-2011', '4'],
])
  test(`level “${words}” is a list of its own`, async () => {
    const { levels, problems } = await one({ 'Mức độ DVCTT': words });
    assert.deepEqual(problems, []);
    assert.equal(levels[0].scheme, scheme);
    assert.deepEqual(levels[0].entries, [{ code: '1.001193', level }]);
  });

test('letters that nobody sees do not get into a code', async () => {
  for (const sign of ['\u200b', '\ufeff', '\u2060', '\u00ad', '\u200e']) {
    const { catalog, levels, problems } = await build(
      sheet.csvText([
        ['Mã thủ tục', 'Tên thủ tục', 'Mức độ', 'Thủ tục liên quan', 'Mã cũ', 'Mã thay thế'],
        [
          `${sign}1.001193${sign}`,
          'Khai sinh',
          'Toàn trình',
          `1.000894${sign}; ${sign}1.004194`,
          `1.0${sign}00001`,
          `${sign}2.000815`,
        ],
        ['1.001193', 'Khai sinh', '', '', '', ''],
      ]),
    );
    const [{ code, related, formerCodes, replacedBy }, ...others] = catalog.procedures;
    assert.deepEqual(
      [code, related, formerCodes, replacedBy, others, levels[0].entries[0].code, problems],
      ['1.001193', ['1.000894', '1.004194'], ['1.000001'], '2.000815', [], '1.001193', []],
      JSON.stringify(sign),
    );
  }
});

test('a level that nobody knows is told, and none is shown', async () => {
  const { levels, problems } = await one({ 'Mức độ': 'Mức độ 5' });
  assert.deepEqual([levels, problems], [[], ['level-unknown']]);
});

for (const [column, words, member, expected, told = []] of [
  ['Cấp thực hiện', 'Cấp xã; Cấp tỉnh', 'tiers', [{ tier: 'commune' }, { tier: 'province' }]],
  ['Cấp thực hiện', 'Cấp huyện (đến 30/06/2025)', 'tiers', [{ tier: 'district', validTo: '2025-06-30' }]],
  ['Cấp thực hiện', 'huyện', 'tiers', [{ tier: 'district' }], ['tier-gone']],
  ['Cấp thực hiện', 'Cấp vùng', 'tiers', undefined, ['tier-unknown']],
  [
    'Cách thức thực hiện',
    'Trực tiếp, trực tuyến hoặc bưu chính',
    'filing',
    [{ channel: 'counter' }, { channel: 'online' }, { channel: 'post' }],
  ],
  ['Cách thức thực hiện', 'Trực tuyến (cần VNeID)', 'filing', [{ channel: 'online', note: 'cần VNeID' }]],
  [
    'Cách thức thực hiện',
    'Nộp trực tiếp tại Bộ phận Một cửa',
    'filing',
    [{ channel: 'counter', note: 'Nộp trực tiếp tại Bộ phận Một cửa' }],
  ],
  ['Cách thức thực hiện', 'Không nộp trực tuyến', 'filing', undefined, ['channel-unknown']],
  ['Đối tượng', 'Tổ chức (không bao gồm doanh nghiệp, HTX)', 'audience', ['organisation']],
  ['Đối tượng', 'Công dân Việt Nam; Doanh nghiệp', 'audience', ['citizen', 'business']],
  [
    'Căn cứ pháp lý',
    '68/2020/QH14 | Luật Cư trú',
    'legalBasis',
    [{ number: '68/2020/QH14', title: 'Luật Cư trú' }],
  ],
  ['Mẫu đơn', 'CT01 | dichvucong.gov.vn', 'forms', [{ name: 'CT01' }], ['address-form']],
  ['Link nộp', 'https://dichvucong.gov.vn/x', 'applyUrl', 'https://dichvucong.gov.vn/x'],
  ['Link nộp', 'javascript:alert(1)', 'applyUrl', undefined, ['address-form']],
  [
    'Trình tự thực hiện',
    'Bước 1: Nộp hồ sơ\nBước 2: Nhận kết quả',
    'steps',
    [
      { name: 'Bước 1', text: 'Nộp hồ sơ' },
      { name: 'Bước 2', text: 'Nhận kết quả' },
    ],
  ],
  [
    'Thành phần hồ sơ',
    'Giấy tờ phải nộp:\n- Tờ khai\n- Ảnh\nLưu ý: mang bản gốc',
    'paperGroups',
    [
      {
        case: 'Giấy tờ phải nộp',
        papers: [
          { kind: 'paper', name: 'Tờ khai' },
          { kind: 'paper', name: 'Ảnh' },
          { kind: 'remark', name: 'Lưu ý: mang bản gốc' },
        ],
      },
    ],
  ],
])
  test(`“${column}”: ${words.replaceAll('\n', ' ⏎ ')}`, async () => {
    const { procedure, problems } = await one({ [column]: words });
    assert.deepEqual(only(procedure[member]), expected === undefined ? null : expected);
    assert.deepEqual(problems, told);
  });
