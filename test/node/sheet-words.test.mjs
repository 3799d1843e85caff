import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { build, one, sheet } from '../support/sheets.mjs';

/* A time and a fee are known only where the whole text was understood; else its words are shown, and it is told. */

const TIME = 'Thời hạn giải quyết';
const FEE = 'Phí, lệ phí';
const NEXT_DAY =
  'Ngay trong ngày tiếp nhận hồ sơ; trường hợp nhận hồ sơ sau 15 giờ mà không giải quyết được ngay thì trả kết quả trong ngày làm việc tiếp theo.';
const timeOf = async (words, header = TIME) => {
  const { procedure, problems } = await one({ [header]: words });
  const { published, ...limit } = procedure.timeLimit;
  return { limit, published, problems };
};
const feeOf = async (words) => {
  const { procedure, problems } = await one({ [FEE]: words });
  const [{ kind, amount, published }, ...more] = procedure.fees;
  assert.deepEqual(more, []);
  return { read: amount ?? kind, published, problems };
};

for (const [words, ...limit] of [
  ['5 ngày (làm việc)', 5, 'working-day'],
  ['05 ngày LV', 5, 'working-day'],
  ['05 ngày L.V', 5, 'working-day'],
  ['3 ngày lv', 3, 'working-day'],
  ['03 ngày làm viêc', 3, 'working-day'],
  ['03 ngày làmviệc', 3, 'working-day'],
  ['03 ngay lam viec', 3, 'working-day'],
  ['05 ngày (ngày làm việc) kể từ ngày nhận đủ hồ sơ', 5, 'working-day'],
  ['03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ', 3, 'working-day'],
  [
    'Trong thời hạn 07 ngày làm việc, kể từ ngày tiếp nhận đầy đủ hồ sơ hợp lệ theo quy định.',
    7,
    'working-day',
  ],
  ['11 ngày làm việc, kể từ ngày nhận đủ hồ sơ theo quy định', 11, 'working-day'],
  ['10 ngày (kể từ ngày nhận đủ hồ sơ của tổ chức, cá nhân)', 10, 'day'],
  ['Thời hạn giải quyết: 10 ngày làm việc', 10, 'working-day'],
  ['15 ngày làm việc (theo Nghị định 120/2025/NĐ-CP)', 15, 'working-day'],
  ['5 ngày làm việc/hồ sơ', 5, 'working-day'],
  ['5 ngày l/v kể từ khi nhận đủ HS', 5, 'working-day'],
  ['03 ngày\nlàm việc', 3, 'working-day'],
  ['10 ngày làm việc kể từ ngày tiếp nhận', 10, 'working-day'],
  ['7 ngày làm việc ( kể từ ngày nhận đủ hồ sơ )', 7, 'working-day'],
  ['4 giờ làm việc', 4, 'hour'],
  [
    '02 ngày làm việc, kể từ ngày nhận được Tờ khai xác nhận tình trạng chỗ ở hợp pháp, diện tích nhà ở tối thiểu để đăng ký thường trú, đăng ký tạm trú',
    2,
    'working-day',
  ],
  ['Trong ngày làm việc', undefined, 'same-day'],
  ['Ngay trong ngày làm việc', undefined, 'same-day'],
  ['Trả kết quả ngay', undefined, 'same-day'],
  [NEXT_DAY, undefined, 'same-day', 15],
  ['Giải quyết ngay khi tiếp nhận', undefined, 'same-day'],
  ['Trả kết quả ngay sau khi nhận đủ hồ sơ hợp lệ', undefined, 'same-day'],
  ['Trong ngày làm việc, sau 15 giờ thì ngày làm việc tiếp theo', undefined, 'same-day', 15],
  [
    'Trong ngày cơ quan, tổ chức tiếp nhận yêu cầu hoặc trong ngày làm việc tiếp theo, nếu tiếp nhận yêu cầu sau 15 giờ',
    undefined,
    'same-day',
    15,
  ],
  ['03 ngày làm việc kể từ ngày Trung tâm Phục vụ hành chính công nhận đủ hồ sơ', 3, 'working-day'],
  ['5 ngày làm việc kể từ ngày nhận đủ thành phần hồ sơ', 5, 'working-day'],
  ['5 ngày làm việc theo quy định', 5, 'working-day'],
  ['5 ngày làm việc, kể từ ngày nhận đủ hồ sơ hợp lệ theo quy định của pháp luật.', 5, 'working-day'],
])
  test(`“${words.replaceAll('\n', ' ⏎ ')}” is a time that is understood`, async () => {
    const [value, unit, cutOffHour] = limit;
    const read = await timeOf(words);
    assert.deepEqual(
      [read.limit, read.problems],
      [{ ...(value && { value }), unit, ...(cutOffHour && { cutOffHour }) }, []],
    );
  });

const UNCLEAR_TIMES = [
  '5 ngày không kể ngày nghỉ',
  '10 ngày, không kể thứ bảy, chủ nhật và ngày lễ',
  '05 ngày trừ ngày nghỉ',
  '05 (không kể ngày nghỉ) ngày',
  '15 ngày (giảm còn một nửa)',
  'Ngay trong ngày; trường hợp cần xác minh 03 ngày làm việc',
  'Trong ngày; nếu phức tạp không quá 5 ngày',
  'Trong ngày; nhận sau 15 giờ thì ngày làm việc tiếp theo; cần xác minh tối đa mười ngày',
  '5 ngày làm việc; trường hợp phức tạp không quá mười ngày',
  'Không quá 15 ngày đối với đất; hai mươi ngày đối với nhà',
  '5 ngày kể từ ngày nhận đủ hồ sơ, hai mươi ngày đối với nhà',
  '01 ngày làm việc kể từ khi nhận đơn trình báo, Công an cấp xã thông báo cho người gửi đơn…',
  '20 ngày kể từ ngày có kết quả thẩm định',
  '5 ngày làm việc kể từ ngày nhận được văn bản của cơ quan thẩm định',
  '1 tháng rưỡi',
  '1.500 ngày',
  '5 ngày – 10 ngày',
  '5 ngày – không kể thứ bảy, chủ nhật',
  '3 ngày làm việc – đối với đất',
  'Giải quyết ngay khi có kết quả xác minh',
  'Trong ngày hoặc trong ngày làm việc tiếp theo',
  '5 ngày làm việc theo quy định của từng lĩnh vực',
];
for (const words of UNCLEAR_TIMES)
  test(`the time “${words}” stays words`, async () => {
    assert.deepEqual(await timeOf(words), { limit: {}, published: words, problems: ['time-words'] });
  });

test('a time that stays words is something to look at, not only a note', async () => {
  const { problems } = await build(`Mã thủ tục,Tên thủ tục,${TIME}\n1.001193,Khai sinh,1 tháng rưỡi`);
  assert.deepEqual(
    problems.map(({ code, weight }) => [code, weight]),
    [['time-words', 'warning']],
  );
});

for (const [header, words, limit, told] of [
  ['Thời hạn (ngày LV)', '5', { value: 5, unit: 'working-day' }, []],
  ['Thời hạn (số ngày)', '5', { value: 5, unit: 'day' }, []],
  ['Thời hạn (giờ/ngày)', '5', {}, ['time-unit']],
  ['Thời hạn (ngày, không kể thứ bảy)', '5', {}, ['time-unit']],
  ['Thời hạn (ngày làm việc)', '5 ngày', {}, ['time-words']],
  ['Thời hạn (ngày làm việc)', '5 ngày làm việc', { value: 5, unit: 'working-day' }, []],
])
  test(`“${words}” below “${header}”`, async () => {
    const read = await timeOf(words, header);
    assert.deepEqual([read.limit, read.problems], [limit, told]);
  });

for (const [words, read] of [
  ['8.000 đồng/bản', 8000],
  ['15.000,-đ', 15_000],
  ['8.000 đồng/bản (khoản 1 Điều 4 Thông tư 281/2016/TT-BTC)', 8000],
  ['8.000 đồng/bản theo Thông tư số 281/2016/TT-BTC ngày 14/11/2016 của Bộ Tài chính', 8000],
  ['Cấp mới: 50.000 đồng', 50_000],
  ['Chứng thực hợp đồng: 50.000 đồng/hợp đồng', 50_000],
  ['2.000 đồng – mỗi trang', 2000],
  ['2.000 đồng – Nguồn ghi: mỗi trang, 2 trang đầu', 2000],
  ['8.000 đồng/bản – Nguồn ghi: thu theo quy định, trừ trẻ em', 8000],
  ['8.000 đồng/bản – mỗi bản sao', 8000],
  ['Lệ phí: 8.000 đồng', 8000],
  ['Mức thu phí thẩm định là 300.000 đồng/hồ sơ', 300_000],
  ['Lệ phí cấp giấy phép lái xe: 135.000 đồng/lần', 135_000],
  ['500.000 đồng/giấy chứng nhận (cấp mới)', 500_000],
  ['50.000 đồng/ hợp đồng, giao dịch', 50_000],
  ['10.000 đồng cho mỗi trường hợp', 10_000],
  ['10.000 đồng/người/lần', 10_000],
  ['8.000 đồng – theo Thông tư 281/2016/TT-BTC', 8000],
  ['Miễn phí (theo Thông tư 106/2021/TT-BTC)', 'free'],
  ['Miễn phí theo Thông tư số 106/2021/TT-BTC ngày 26/11/2021 của Bộ Tài chính', 'free'],
  ['Miễn phí – theo Thông tư 106/2021/TT-BTC', 'free'],
  ['Miễn phí; không thu lệ phí.', 'free'],
  ['50.000 đồng – Mức lệ phí cụ thể do Hội đồng nhân dân tỉnh quyết định', 'by-province'],
])
  test(`“${words}” is a fee that is understood`, async () => {
    const { read: own, problems } = await feeOf(words);
    assert.deepEqual([own, problems], [read, []]);
  });

const UNCLEAR_FEES = [
  'miễn phí; cấp lại thu theo quy định',
  'Không thu phí; lệ phí theo quy định',
  'Miễn phí. Cấp lại: hai mươi nghìn',
  'Miễn phí – học sinh, sinh viên',
  'Miễn phí theo quy định tại Điều 4 Thông tư số 75/2022/TT-BTC',
  '8.000 – nộp trực tiếp, miễn phí nộp trực tuyến',
  '8.000 – bản sao 5.000 đồng',
  '8.000 đồng – bản sao thứ hai hai nghìn',
  '15.000 đồng – hộ nghèo được giảm 50%',
  'Tạm dừng thu 10.000 đồng',
  '10.000 đồng (dừng thu)',
  'Lệ phí đã bỏ: 5.000 đồng',
  'Không 8.000 đồng',
  '8.000 đồng (đã bãi bỏ)',
  '8.000 đồng – đã hết hiệu lực',
  '8.000 đồng; cấp lại theo quy định',
  '10.000 đồng bằng một nửa',
  '8.000 đồng/bản…',
  'Gấp đôi 8.000 đồng',
  'Quá hạn: 8.000 đồng',
  'Nước ngoài: 75.000 đồng',
  'Lệ phí quá hạn: 8.000 đồng',
  'Người nước ngoài: 75.000 đồng/hồ sơ',
  'Bản sao – 8.000 đồng',
  '8.000 đồng/bản nộp online',
  '8.000 đồng/bản (nộp online)',
  '20.000 đồng – nộp hồ sơ giấy',
  '2.000 đồng – mỗi trang, 2 trang đầu',
  'Gấp đôi 8.000 đồng – Nguồn ghi: gấp đôi',
];
for (const words of UNCLEAR_FEES)
  test(`the fee “${words}” stays words`, async () => {
    const { read, published, problems } = await feeOf(words);
    assert.deepEqual([read, published], ['unknown', words]);
    assert.deepEqual(
      problems.filter((code) => !code.startsWith('fee-')),
      [],
    );
    assert.equal(problems.length, 1);
  });

/* Were one space matched in two ways, reading these would take longer than anybody waits. */
for (const [header, words, told] of [
  [TIME, `Trong thời hạn ${'trong thời hạn '.repeat(60)}`, 'time-words'],
  [FEE, `${'miễn phí '.repeat(60)}cho trẻ em`, 'fee-words'],
  [FEE, `Mức ${'thu mức '.repeat(60)}zz: 8.000 đồng/${'bản sao '.repeat(60)}zz`, 'fee-unclear'],
  [
    FEE,
    `8.000 đồng theo Thông tư 85/2019/TT-BTC quy định mức thu${' và sử dụng'.repeat(60)} 5`,
    'fee-unclear',
  ],
])
  test(`words that are said over and over stay words: “${words.slice(0, 30)}…”`, async () => {
    const { procedure, problems } = await one({ [header]: words });
    const { kind = 'unknown', published } = procedure.timeLimit ?? procedure.fees[0];
    assert.deepEqual([kind, published, problems], ['unknown', words.trim(), [told]]);
  });

const CLEAR = {
  [TIME]: ['5 ngày', '03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ', '4 giờ', 'Trong ngày', '05 ngày LV'],
  [FEE]: [
    'Miễn phí',
    'Không thu phí',
    '15.000 đồng',
    'Miễn phí (Thông tư 106/2021/TT-BTC)',
    '8.000 đồng/bản',
  ],
};
test('whatever else stands behind a time or a fee that is understood: no value is made of it', async () => {
  // No letter of a word that these texts may have: what is added is never one.
  const word = fc.string({ unit: fc.constantFrom('z', 'w', 'j', 'f'), minLength: 1, maxLength: 8 });
  const more = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const between = fc.constantFrom(', ', '; ', '. ', ' (', ' và ', '\u00a0', ', ngoại trừ ');
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...Object.keys(CLEAR)),
      fc.nat(4),
      between,
      more,
      async (header, at, sign, rest) => {
        const clear = CLEAR[header][at];
        // A unit has a name of its own, to which more words may belong.
        fc.pre(!clear.endsWith('/bản') || !/^(?: và |\u00a0)$/u.test(sign));
        const { procedure, problems } = await one({ [header]: clear + sign + rest });
        const { value, unit } = procedure.timeLimit ?? {};
        const known = (procedure.fees ?? []).filter(({ kind }) => kind === 'known' || kind === 'free');
        assert.deepEqual([value, unit, known], [undefined, undefined, []], clear + sign + rest);
        assert.equal(problems.length, 1, clear + sign + rest);
      },
    ),
    { numRuns: 300 },
  );
});

test('words that nobody understands make a sum unclear, wherever they stand beside it', async () => {
  const word = fc.string({ unit: fc.constantFrom('z', 'w', 'j', 'f'), minLength: 1, maxLength: 8 });
  const more = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
  const places = [
    (words) => `${words} 8.000 đồng`,
    (words) => `${words}: 8.000 đồng/bản`,
    (words) => `${words} – 8.000 đồng`,
    (words) => `Lệ phí ${words}: 8.000 đồng`,
    (words) => `Lệ phí cấp ${words}: 8.000 đồng – mỗi bản`,
    (words) => `8.000 đồng/${words}`,
    (words) => `8.000 đồng/bản ${words}`,
    (words) => `8.000 đồng mỗi ${words} bản`,
    (words) => `8.000 đồng/bản (${words})`,
    (words) => `8.000 đồng – ${words}`,
    (words) => `8.000 đồng/bản – ${words}`,
    (words) => `8.000 đồng – mỗi bản ${words}`,
    (words) => `8.000 đồng – ${words} 8.000 đồng/bản`,
  ];
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...places), more, async (place, words) => {
      const { read, problems } = await feeOf(place(words));
      assert.deepEqual([read, problems], ['unknown', ['fee-unclear']], place(words));
    }),
    { numRuns: 300 },
  );
});

test('what a catalogue says goes into a file and comes back, with words that nobody would read so', async () => {
  const head = { formatVersion: 1, publisher: 'UBND xã Mẫu', place: 'Xã Mẫu', publishedOn: '2026-11-26' };
  const timesOf = [
    { unit: 'same-day', published: UNCLEAR_TIMES[5] },
    ...UNCLEAR_TIMES.map((published) => ({ value: 3, unit: 'working-day', published })),
  ];
  const feesOf = UNCLEAR_FEES.flatMap((published) => [
    { kind: 'free', currency: 'VND', published },
    { kind: 'known', amount: 20_000, currency: 'VND', published },
  ]);
  for (const [member, all] of [
    ['timeLimit', timesOf],
    ['fees', feesOf.map((fee) => [fee])],
  ])
    for (const value of all) {
      const procedures = [{ code: '1.001193', name: 'Đăng ký khai sinh', [member]: value }];
      const rows = sheet.catalogRows({ ...head, procedures });
      const { catalog, problems } = await build(sheet.csvText(rows), { head: {} });
      assert.deepEqual(problems, []);
      assert.deepEqual(JSON.parse(JSON.stringify(catalog.procedures[0][member])), value);
    }
});
