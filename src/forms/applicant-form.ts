import { APPLICANT_FORM_ID } from './applicant-form-id.js';
import type { FormDefinition } from './form-definition.js';

const common = { required: true, unverified: true } as const;

/**
 * Who applies, how they are reached and what they ask for: what is filled in where a procedure has no form of its own
 * and is sent all the same, so that there is no dossier of nobody. It belongs to every such procedure and names none. It
 * follows no official form, and says so; it asks no more than what an office needs to find the person and the matter.
 */
export const APPLICANT_FORM: FormDefinition = {
  formatVersion: 1,
  id: APPLICANT_FORM_ID,
  version: '1',
  title: {
    vi: 'Tờ khai chung của trang này (không phải mẫu chính thức)',
    en: 'General application sheet of this site (not an official form)',
  },
  procedures: [],
  papers: [],
  source: { name: 'Tờ khai chung của dvc-widgets, không theo mẫu chính thức nào' },
  without: [],
  steps: [
    {
      name: 'applicant',
      title: { vi: 'Người nộp và nội dung đề nghị', en: 'Who applies, and for what' },
      intro: {
        vi: 'Thủ tục này chưa có tờ khai điện tử, nên bạn điền tờ khai chung của trang này. Đây không phải mẫu chính thức của thủ tục: nơi tiếp nhận có thể yêu cầu bạn nộp thêm mẫu chính thức.',
        en: 'There is no electronic form for this procedure yet, so you fill in the general application sheet of this site. It is not the official form of the procedure: the office may ask you for the official form as well.',
      },
      groups: [
        {
          name: 'who',
          fields: [
            {
              kind: 'person',
              name: 'applicant',
              label: { vi: 'Người nộp hồ sơ', en: 'Who applies' },
              parts: ['name', 'number'],
              precision: 'year',
              ...common,
            },
            {
              kind: 'phone',
              name: 'phone',
              label: { vi: 'Số điện thoại liên hệ', en: 'Telephone' },
              hint: {
                vi: 'Nơi tiếp nhận gọi số này khi hồ sơ thiếu giấy tờ.',
                en: 'The office calls this number when a paper is missing.',
              },
              ...common,
            },
            {
              kind: 'email',
              name: 'email',
              label: { vi: 'Thư điện tử', en: 'E-mail' },
              hint: { vi: 'Không có thì để trống.', en: 'Leave it empty if there is none.' },
              ...common,
              required: false,
            },
            {
              kind: 'address',
              name: 'address',
              label: { vi: 'Nơi cư trú', en: 'Residence' },
              ...common,
            },
          ],
        },
        {
          name: 'matter',
          fields: [
            {
              kind: 'paragraph',
              name: 'request',
              label: { vi: 'Nội dung đề nghị', en: 'What you ask for' },
              hint: {
                vi: 'Viết ngắn gọn: bạn cần giải quyết việc gì, cho ai.',
                en: 'In a few words: what is to be done, and for whom.',
              },
              longest: 5000,
              ...common,
            },
          ],
        },
      ],
    },
  ],
};
