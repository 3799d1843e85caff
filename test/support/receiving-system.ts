import calendar from '../../src/dossiers/calendar.json' with { type: 'json' };
import { parseForm } from '../../src/forms/parse-form.js';
import type { Network } from '../../src/gateway/fetch-text.js';
import { createMemoryGateway, type MemoryGatewayOptions } from '../../src/gateway/memory-gateway.js';

/** A form with one of most things: text, date, choice, a person, an address, entries, a computed value, a fee. */
export const FORM = {
  formatVersion: 1,
  id: 'mau',
  version: '1',
  title: { vi: 'Tờ khai mẫu', en: 'Sample form' },
  procedures: ['1.001193'],
  source: { name: 'Mẫu số 1' },
  steps: [
    {
      name: 'child',
      title: { vi: 'Trẻ', en: 'Child' },
      groups: [
        {
          name: 'about',
          fields: [
            { name: 'child', kind: 'text', label: { vi: 'Họ tên trẻ' }, required: true },
            { name: 'born', kind: 'date', label: { vi: 'Ngày sinh của trẻ' }, required: true },
            {
              name: 'sex',
              kind: 'choice',
              label: { vi: 'Giới tính của trẻ' },
              options: [
                { value: 'male', label: { vi: 'Nam' } },
                { value: 'female', label: { vi: 'Nữ' } },
              ],
            },
            { name: 'abroad', kind: 'yes-no', label: { vi: 'Sinh ở nước ngoài?' } },
            {
              name: 'country',
              kind: 'text',
              label: { vi: 'Nước nào' },
              when: { field: 'abroad', is: true },
              required: true,
            },
          ],
        },
      ],
    },
    {
      name: 'people',
      title: { vi: 'Người liên quan', en: 'People' },
      groups: [
        {
          name: 'who',
          fields: [
            { name: 'mother', kind: 'person', label: { vi: 'Mẹ' }, parts: ['name', 'birth', 'number'] },
            { name: 'asker', kind: 'person', label: { vi: 'Người yêu cầu' }, parts: ['name', 'number'] },
            { name: 'home', kind: 'address', label: { vi: 'Nơi cư trú' } },
          ],
        },
        {
          name: 'copies',
          title: { vi: 'Bản sao' },
          repeat: { least: 0, most: 3, entry: { vi: 'Bản sao' } },
          fields: [{ name: 'count', kind: 'number', label: { vi: 'Số bản' }, required: true, whole: true }],
        },
        {
          name: 'sum',
          fields: [
            { name: 'all', kind: 'number', label: { vi: 'Tổng số bản' }, value: { sum: ['copies.count'] } },
            { name: 'true', kind: 'declaration', label: { vi: 'Tôi cam đoan' }, required: true },
          ],
        },
      ],
    },
  ],
  fees: {
    lines: [{ label: { vi: 'Mỗi bản sao' }, amount: 8000, times: 'all' }],
    source: { name: 'Mẫu' },
  },
} as const;

/** The same form, of which no source tells the fee. */
export const FORM_WITHOUT_FEES: unknown = {
  ...Object.fromEntries(Object.entries(FORM).filter(([name]) => name !== 'fees')),
};

/** A day in the middle of a working week. */
export const NOW = new Date('2026-11-24T02:00:00Z');
export const GATEWAY = 'https://cong.example/nhan';

const office = { name: 'Xã Mẫu', code: 'H00.00' };

/** A receiving system in this page, and what was asked of it about applications; what it is itself is asked besides. */
export interface TestSystem {
  readonly asked: readonly { readonly method: string; readonly path: string; readonly body: string }[];
  readonly network: Network;
  /** What happens to a request on its way; a test may put in a broken line. */
  line: (request: Request, go: (request: Request) => Promise<Response>) => Promise<Response>;
}

export function aReceivingSystem(
  form: unknown = FORM,
  options: Partial<Pick<MemoryGatewayOptions, 'clock' | 'limitOf'>> = {},
): TestSystem {
  const { form: parsed, problems } = parseForm(form);
  if (!parsed) throw new Error(JSON.stringify(problems));
  const answer = createMemoryGateway({ forms: [parsed], clock: () => NOW, calendar, office, ...options });
  const asked: TestSystem['asked'][number][] = [];
  const system: TestSystem = {
    asked,
    line: (request, go) => go(request),
    network: {
      fetch: async (input, init) => {
        const request = new Request(input, init);
        const { pathname } = new URL(request.url);
        if (!pathname.endsWith('/v1'))
          asked.push({ method: request.method, path: pathname, body: await request.clone().text() });
        return system.line(request, (one) => answer(one));
      },
      timeout: () => new AbortController().signal,
    },
  };
  return system;
}
