import { FORM } from './receiving-system.js';

/** A form that asks to whom it goes, with the numbers of the official one and one of each blank. */
export const FORM_OF_OFFICE = {
  ...FORM,
  title: { vi: 'Tờ khai đăng ký mẫu' },
  addressee: 'office',
  steps: [
    {
      ...FORM.steps[0],
      groups: [
        {
          name: 'about',
          fields: [
            { name: 'office', kind: 'text', label: { vi: 'Gửi cơ quan', en: 'Office that settles it' } },
            { name: 'child', kind: 'text', label: { vi: 'Họ tên trẻ' }, item: '1' },
            { name: 'born', kind: 'date', label: { vi: 'Ngày sinh của trẻ' }, item: '2' },
            {
              name: 'who',
              kind: 'person',
              label: { vi: 'Mẹ' },
              parts: ['name', 'sex'],
              item: '3',
            },
            { name: 'why', kind: 'paragraph', label: { vi: 'Nội dung đề nghị' } },
          ],
        },
      ],
    },
    FORM.steps[1],
  ],
};
