import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { getStorybookHelpers } from '@wc-toolkit/storybook-helpers';
import type { Doctor } from '../components/doctor/doctor.js';
import type { PageFacts } from '../src/doctor/facts.js';
import { anElement, catalogAnswer, json, pageFacts } from '../test/support/page-facts.js';
import { controls } from './controls.js';

const { args, argTypes, template } = getStorybookHelpers<Doctor>('dvc-doctor');

export default {
  title: 'Elements/Doctor',
  component: 'dvc-doctor',
  args: { ...controls(args), facts: pageFacts() },
  argTypes: { ...argTypes, facts: { ...argTypes.facts, control: { type: 'object' } } },
  render: (given) => template(given),
  play: async ({ canvasElement }) => {
    const doctor = canvasElement.querySelector('dvc-doctor')!;
    while (!doctor.shadowRoot?.querySelector('.summary')) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  },
} satisfies Meta<Doctor>;

type Story = StoryObj<Doctor>;
const on = (facts: PageFacts): Story => ({ args: { facts } });

/** Nothing is wrong; what could not be checked is told all the same. */
export const Well: Story = {};

/** The policy of the page does not let the catalogue come, nor the library draw. */
export const Policy = on(
  pageFacts({
    policy: {
      violations: [
        {
          directive: 'connect-src',
          blocked: 'https://du-lieu.example/danh-muc/catalog.json',
          present: "connect-src 'self'",
        },
      ],
      needsTrustedTypes: true,
      allowsPolicy: false,
      isDrawn: false,
    },
    addresses: [catalogAnswer({ kind: 'blocked' }, 'https://du-lieu.example/danh-muc/catalog.json')],
  }),
);

/** Addresses that are wrong, each in its own way. */
export const Addresses = on(
  pageFacts({
    addresses: [
      catalogAnswer(json({ status: 404 })),
      catalogAnswer(json({ type: 'text/html', isJson: false }), 'https://xa-mau.example/dang-nhap'),
      catalogAnswer({ kind: 'unreadable' }, 'https://khac.example/catalog.json'),
      catalogAnswer({ kind: 'unreachable' }, 'http://xa-mau.example/data/catalog.json'),
      { name: 'gateway', address: 'https://tiep-nhan.example/v1', answer: { kind: 'slow' } },
    ],
  }),
);

/** A page of an old system: windows-1258, no https, nothing for phones. */
export const OldSite = on(
  pageFacts({
    document: {
      charset: 'windows-1258',
      contentType: 'text/html',
      isHttps: false,
      isSecure: false,
      hasViewport: false,
      frames: 2,
    },
  }),
);

/** A second copy of the library, of another version, and a file that was not copied. */
export const Copies = on(
  pageFacts({
    copies: {
      scripts: ['https://xa-mau.example/dvc/dvc.min.js', 'https://xa-mau.example/cu/dvc.min.js'],
      others: [{ tag: 'dvc-level-badge', version: '0.0.9' }, { tag: 'dvc-portal' }],
      failed: [{ address: 'https://xa-mau.example/dvc/chunks/core-AbCd1234.js', status: 404 }],
    },
  }),
);

/** What an editor of the page forgot or misspelt. */
export const Attributes = on(
  pageFacts({
    elements: [
      anElement({
        has: [],
        attributes: {
          catalogue: '/data/catalog.json',
          'detail-url': '/chi-tiet.html',
          'track-url': '/x?ma={code}',
        },
      }),
      anElement({ tag: 'dvc-status-tracker', has: [] }),
      anElement({ tag: 'dvc-level-bagde', isDefined: false }),
    ],
  }),
);

/** JSON that is no catalogue, one of which a record is left out, and one with an unusual code: in the reader's own words. */
export const Data = on(
  pageFacts({
    addresses: [
      {
        ...catalogAnswer(json()),
        faults: {
          harm: 'all',
          count: 1,
          said: {
            vi: 'Phần đầu tệp: thiếu “publisher”. Thêm mục này vào. Sửa rồi tải tệp lên lại.',
            en: 'Head of the file: “publisher” is missing. Add it. Correct it and upload the file again.',
          },
        },
      },
      {
        name: 'levels',
        address: 'https://xa-mau.example/data/levels.json',
        answer: json(),
        faults: {
          harm: 'part',
          count: 1,
          said: {
            vi: 'Mục thứ 3 (mã 1.001193) không hiện: thiếu “level”. Thêm mục này vào.',
            en: 'Record 3 (code 1.001193) is not shown: “level” is missing. Add it.',
          },
        },
      },
      {
        ...catalogAnswer(json(), 'https://xa-mau.example/data/xa.json'),
        faults: {
          harm: 'none',
          count: 1,
          said: {
            vi: 'Mục thứ 2 có mã “HT-01” không theo mẫu 1.234567.',
            en: 'Record 2 has the code “HT-01”, which is not like 1.234567.',
          },
        },
      },
    ],
  }),
);

/** Values that no attribute has, a code that the catalogue does not have, and tags that begin otherwise. */
export const Values = on(
  pageFacts({
    elements: [
      anElement({
        tag: 'dvc-level-badge',
        attributes: { kind: 'x' },
        known: ['kind'],
        choices: { kind: ['information', 'partial', 'full'] },
      }),
      anElement({ tag: 'dvc-procedure-detail', has: ['catalog', 'code'], lostCode: '9.999999' }),
      anElement({ isDefined: false, instead: 'xa-procedure-lookup' }),
      anElement({ tag: 'dvc-level-guide', written: 'xa-level-guide', unreserved: 'dvc-reserve' }),
    ],
  }),
);

/** Style sheets of the page that hide an element, and a chat window on top of another. */
export const OutOfSight = on(
  pageFacts({
    elements: [
      anElement({ hiding: { how: 'display', by: 'div#tab-2.pane' } }),
      anElement({ tag: 'dvc-level-guide', hiding: { how: 'covered', by: 'div.chat-box' } }),
      anElement({ tag: 'dvc-procedure-detail', has: ['catalog', 'code'], isFolded: true }),
    ],
  }),
);

/** Faults of this computer alone: there is nothing to forward. */
export const ThisComputer = on(
  pageFacts({
    device: {
      stores: false,
      isPersistent: undefined,
      minutesAhead: 61,
      lacks: ['popover', 'container queries'],
    },
  }),
);

/** Nothing but advice. */
export const Advice = on(pageFacts({ document: { hasViewport: false } }));

/** The days off of next year are not known on the page yet. */
export const CalendarEnds = on(pageFacts({ calendars: [{ years: [2026], today: '2026-12-05' }] }));

/** A long address in a narrow column. */
export const Narrow: Story = {
  ...on(
    pageFacts({
      addresses: [
        catalogAnswer(json({ status: 502 }), `https://${'rat-dai-'.repeat(20)}.example/catalog.json`),
      ],
    }),
  ),
  globals: { width: '320px' },
};

export const English: Story = { ...Addresses, globals: { language: 'en' } };

export const Dark: Story = { ...Addresses, globals: { theme: 'dark' } };

export const HighContrast: Story = { ...Addresses, globals: { theme: 'high-contrast' } };
