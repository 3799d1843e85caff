import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import { html } from 'lit';
import type { LevelGuide } from '../components/level-guide/level-guide.js';
import { builtInSchemes } from '../src/levels/schemes.js';
import { controls } from './controls.js';

const { args, argTypes, template } = getStorybookHelpers<LevelGuide>('dvc-level-guide');

export default {
  title: 'Elements/Level guide',
  component: 'dvc-level-guide',
  args: controls(args),
  argTypes,
  render: (given) => template(given),
} satisfies Meta<LevelGuide>;

type Story = StoryObj<LevelGuide>;

/** The newest wording; the switch shows the older one. */
export const Newest: Story = {};

/** The four levels of 2011. */
export const Older: Story = { args: { scheme: 'vn-2011' } };

/** One level pointed out. */
export const OneLevel: Story = { args: { level: '3' } };

/** Announced in the older wording, pointed out in the newer. */
export const Converted: Story = { args: { level: '4', scheme: 'vn-2022' } };

/** A level that no scheme knows. */
export const Unreadable: Story = { args: { level: '7' } };

/** A portal that replaces the schemes when a new decree comes. */
export const OwnScheme: Story = {
  render: () =>
    html`<dvc-portal
      .schemes=${[
        {
          ...builtInSchemes[1],
          id: 'thu',
          name: { vi: 'Cách gọi thử của trang mẫu' },
          law: { vi: 'Văn bản thử, không có thật' },
          standing: { vi: 'Chỉ để minh họa.' },
          validTo: undefined,
        },
      ]}
      ><dvc-level-guide></dvc-level-guide
    ></dvc-portal>`,
};

/** A scheme that is announced for a later day stands beside the one of today. */
export const ToCome: Story = {
  render: () =>
    html`<dvc-portal
      .schemes=${[
        builtInSchemes[1],
        {
          ...builtInSchemes[1],
          id: 'thu',
          name: { vi: 'Cách gọi thử của trang mẫu' },
          law: { vi: 'Văn bản thử, không có thật' },
          standing: undefined,
          validFrom: '2999-01-01',
          validTo: undefined,
        },
      ]}
      ><dvc-level-guide scheme="thu"></dvc-level-guide
    ></dvc-portal>`,
};

/** Names, laws and sentences of a portal's own scheme may be long. */
export const LongWords: Story = {
  globals: { width: '320px' },
  render: () =>
    html`<dvc-portal
      .schemes=${[
        {
          id: 'long',
          name: { vi: 'Cách gọi của Ban quản lý khu kinh tế và các khu công nghiệp trực thuộc (trang mẫu)' },
          law: { vi: 'Văn bản thử 123456789/2026/QĐ-UBND-VPHĐND&UBND, không có thật' },
          standing: { vi: 'Chỉ để minh họa. Nghiêng, khuỷu, thưởng, ngoẵng: dấu chồng không bị cắt.' },
          levels: [
            {
              code: 'long',
              rank: 1,
              tone: 'partial',
              trips: [1, 12],
              abilities: ['read', 'download'],
              depends: ['submit', 'pay'],
              name: {
                vi: 'Dịch vụ công trực tuyến một phần, tiếp nhận hồ sơ qua mạng, trả kết quả tại quầy',
              },
              meaning: {
                vi: 'Nộp hồ sơ trên mạng rồi mang bản chính đến bộ phận tiếp nhận và trả kết quả để đối chiếu.',
              },
            },
            {
              code: 'longest',
              rank: 2,
              tone: 'full',
              trips: [0, 0],
              abilities: ['read', 'download', 'submit', 'pay', 'receive'],
              name: { vi: 'Nghiêng-khuỷu-thưởng-ngoẵng-nghiêng-khuỷu-thưởng-ngoẵng' },
              meaning: { vi: 'Làm hết trên mạng.' },
            },
          ],
        },
      ]}
      ><dvc-level-guide level="long"></dvc-level-guide
    ></dvc-portal>`,
};

export const Narrow: Story = { args: { scheme: 'vn-2011' }, globals: { width: '320px' } };

export const English: Story = { args: { scheme: 'vn-2011' }, globals: { language: 'en' } };

export const Dark: Story = { args: { scheme: 'vn-2011' }, globals: { theme: 'dark' } };

export const HighContrast: Story = { args: { scheme: 'vn-2011' }, globals: { theme: 'high-contrast' } };
