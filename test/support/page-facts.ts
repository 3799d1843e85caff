import type { AddressFacts, Answer, ElementFacts, PageFacts } from '../../src/doctor/facts.js';

/** One element that has all it needs. */
export const anElement = (overrides: Partial<ElementFacts> = {}): ElementFacts => ({
  tag: 'dvc-procedure-lookup',
  isDefined: true,
  attributes: {},
  known: ['catalog', 'detail-url', 'track-url', 'portal-url', 'lang'],
  has: ['catalog'],
  isFolded: false,
  ...overrides,
});

/** A page on which nothing is wrong. Of each part what is told goes before. */
export const pageFacts = ({
  document,
  policy,
  addresses = [catalogAnswer(json())],
  copies,
  elements = [anElement()],
  calendars = [],
  device,
}: {
  readonly document?: Partial<PageFacts['document']>;
  readonly policy?: Partial<PageFacts['policy']>;
  readonly addresses?: PageFacts['addresses'];
  readonly copies?: Partial<PageFacts['copies']>;
  readonly elements?: PageFacts['elements'];
  readonly calendars?: PageFacts['calendars'];
  readonly device?: Partial<PageFacts['device']>;
} = {}): PageFacts => ({
  document: {
    charset: 'UTF-8',
    contentType: 'text/html; charset=utf-8',
    isHttps: true,
    isSecure: true,
    hasViewport: true,
    frames: 0,
    ...document,
  },
  policy: {
    violations: [],
    isComplete: true,
    needsTrustedTypes: false,
    allowsPolicy: true,
    isDrawn: true,
    ...policy,
  },
  addresses,
  copies: {
    version: '0.1.0',
    scripts: ['https://xa-mau.example/dvc/dvc.loader.min.js'],
    others: [],
    failed: [],
    ...copies,
  },
  elements,
  calendars,
  device: { stores: true, isPersistent: true, minutesAhead: 0.2, lacks: [], ...device },
});

/** An answer that data come in. */
export const json = (
  overrides: Partial<Omit<Answer & { readonly kind: 'answered' }, 'kind'>> = {},
): Answer => ({ kind: 'answered', status: 200, type: 'application/json', isJson: true, ...overrides });

/** The catalogue of a page, with what came back for it. */
export const catalogAnswer = (
  answer: Answer | undefined,
  address = 'https://xa-mau.example/data/catalog.json',
): AddressFacts => ({ name: 'catalog', address, answer });
