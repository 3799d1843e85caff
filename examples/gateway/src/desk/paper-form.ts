import type { FormDefinition } from '../../../../src/forms/form-definition.js';
import { parseForm } from '../../../../src/forms/parse-form.js';

/**
 * What an officer writes down of a dossier that came on paper. It is a form like any other, so that numbers are checked,
 * shown and asked for again by the same rules; no page can send it, because no procedure has this code.
 */
const { form, problems } = parseForm({
  formatVersion: 1,
  id: 'ho-so-giay',
  version: '1',
  title: { vi: 'Hồ sơ giấy nộp tại nơi tiếp nhận' },
  procedures: ['ho-so-giay'],
  source: { name: 'Mẫu của hệ thống mẫu, không phải biểu mẫu chính thức' },
  steps: [
    {
      name: 'applicant',
      title: { vi: 'Người nộp hồ sơ' },
      groups: [
        {
          name: 'who',
          fields: [
            { kind: 'person', name: 'person', label: { vi: 'Người nộp' }, parts: ['name'], required: true },
            { kind: 'citizen-number', name: 'number', label: { vi: 'Số định danh cá nhân' } },
            {
              kind: 'phone',
              name: 'phone',
              label: { vi: 'Số điện thoại' },
              // By one of the two at least the office finds the person, and the person the dossier without the receipt.
              required: { not: { field: 'number', filled: true } },
            },
            { kind: 'text', name: 'address', label: { vi: 'Địa chỉ liên hệ' } },
          ],
        },
      ],
    },
  ],
});
if (!form) throw new Error(JSON.stringify(problems));

export const PAPER_FORM: FormDefinition = form;
