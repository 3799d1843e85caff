import { COUNTS, DA_NANG, NUI_THANH, WITHOUT_BEFORE } from './known.mjs';

/** Where the package contradicts itself or what is known; a new version of it may. */
export function contradictions({ provinces, communes, mappings }) {
  const found = [];
  const expect = (what, seen, known) => {
    const [one, other] = [seen, known].map((list) => [...list].sort().join(', '));
    if (one !== other) found.push(`${what}: ${one}; known is ${other}`);
  };

  const today = new Set(communes.map(({ name, province }) => `${province} ${name}`));
  expect('provinces, communes', [provinces.length, today.size], [COUNTS.provinces, COUNTS.communes]);
  for (const [kind, count] of Object.entries(DA_NANG.kinds)) {
    const names = [...today].filter((name) => name.startsWith(`${DA_NANG.code} ${kind} `));
    expect(`${kind} of Đà Nẵng`, [names.length], [count]);
  }

  const reached = new Set(mappings.map(({ code, today: name }) => `${code} ${name}`));
  for (const name of reached) if (!today.has(name)) found.push(`no commune of today: ${name}`);
  const unreached = communes.filter(({ name, province }) => !reached.has(`${province} ${name}`));
  expect(
    'without a commune of before',
    unreached.map(({ name }) => name),
    WITHOUT_BEFORE,
  );

  const codes = new Map(mappings.map(({ province, code }) => [province, code]));
  for (const { province, code } of mappings)
    if (codes.get(province) !== code) found.push(`${province} went to ${code} and ${codes.get(province)}`);

  const [province, district] = NUI_THANH.district;
  const parts = mappings.filter((one) => one.province === province && one.district === district);
  expect('Núi Thành', new Set(parts.map((one) => one.today)), NUI_THANH.became);
  const first = parts.filter((one) => one.today === NUI_THANH.became[0]);
  expect(
    NUI_THANH.became[0],
    first.map(({ commune }) => commune),
    NUI_THANH.first,
  );
  return found;
}
