import type { ElementFacts } from './facts.js';
import { finding, type Finding, type FindingCode } from './findings.js';

/** What an element must have to show anything: of each list one, wherever it comes from. */
const NEEDS: Readonly<Record<string, readonly (readonly [FindingCode, readonly string[]])[]>> = {
  'dvc-procedure-lookup': [['lacks-catalog', ['catalog']]],
  'dvc-procedure-detail': [
    ['lacks-catalog', ['catalog', 'place']],
    ['lacks-code', ['code', 'code-param']],
  ],
  'dvc-form-steps': [
    ['lacks-code', ['code', 'code-param']],
    ['lacks-forms', ['forms', 'form']],
  ],
  'dvc-status-tracker': [['lacks-gateway', ['gateway']]],
  'dvc-catalog-coverage': [['lacks-figures', ['total', 'figures', 'catalog', 'place']]],
};

/** Elements by what stands behind `dvc-` in their tags. */
export const ELEMENTS = [
  'catalog-coverage',
  'data-journey',
  'doctor',
  'form-steps',
  'level-badge',
  'level-guide',
  'outreach',
  'portal',
  'procedure-detail',
  'procedure-lookup',
  'status-tracker',
];

/** What attributes may be, whichever element has them: the same as their types say. */
export const CHOICES: Readonly<Record<string, readonly string[]>> = {
  destination: ['practice', 'hand-off', 'gateway'],
  device: ['own', 'shared'],
  theme: ['dark', 'high-contrast', 'auto'],
};

/** Attributes that any tag may have. */
const GLOBAL =
  /^(?:data-|aria-|on|xml|:|@|v-|x-|ng|_ng|hx-)|^(?:id|class|style|lang|dir|title|hidden|slot|part|role|tabindex|theme|is|inert|itemprop|itemscope|itemtype|itemid|translate|nonce|key|ref|accesskey|draggable|exportparts|autofocus|popover|enterkeyhint|spellcheck|contenteditable|anchor|elementtiming)$/u;

/** Addresses with a gap for a code: without it every procedure leads to the same page. */
const GAPPED = ['detail-url', 'apply-url', 'track-url', 'outreach-url', 'portal-url'];

/**
 * Whether an address in an attribute has no gap for a code, though each code shall lead to a page of its own. A tag that
 * leads to one fixed page of a portal is meant so.
 */
export const lacksGap = (name: string, value: string): boolean =>
  GAPPED.includes(name) && name !== 'portal-url' && value.trim() !== '' && !value.includes('{code}');

/** What an element lacks. */
export function checkNeeds({ tag, has, refused = [] }: ElementFacts): readonly Finding[] {
  // What is there and was refused is told as that alone.
  const told = [...has, ...refused];
  const lacking = (NEEDS[tag] ?? []).filter(([, names]) => !names.some((name) => told.includes(name)));
  const found = [
    ...refused.map((name) => finding('data-elsewhere', { tag, name: `data-${name}` })),
    ...lacking.map(([code]) => finding(code, { tag })),
  ];
  const isForGateway = has.includes('destination=gateway');
  if (tag === 'dvc-form-steps' && isForGateway && !told.includes('gateway'))
    found.push(finding('lacks-gateway', { tag }));
  return found;
}

/**
 * Addresses whose gap is missing, and those that would tell a dossier's code to a server: only what stands behind `#`
 * stays in the browser.
 */
export function checkGaps({ tag, attributes }: ElementFacts): readonly Finding[] {
  return GAPPED.flatMap((name) => {
    const value = attributes[name];
    if (value === undefined) return [];
    if (lacksGap(name, value)) return [finding('no-gap', { tag, name, value })];
    if (!value.includes('{code}')) return [];
    const hash = value.indexOf('#');
    const isTold = name === 'track-url' && (hash < 0 || value.indexOf('{code}') < hash);
    return isTold ? [finding('gap-in-query', { tag, name, value })] : [];
  });
}

/** Attributes that the element does not know: most are misspelt. */
export function checkAttributes({ tag, attributes, known }: ElementFacts): readonly Finding[] {
  if (!known) return [];
  const unknown = Object.keys(attributes).filter((name) => !known.includes(name) && !GLOBAL.test(name));
  // Those of the script's tag are told by what stands behind `data-`.
  const names = unknown.map((name) => (tag === 'script' ? `data-${name}` : name)).join(', ');
  return names === '' ? [] : [finding('unknown-attribute', { tag, names })];
}

/** Values that an attribute cannot have: the element takes them for nothing, or says that it does not know them. */
export function checkValues({ tag, attributes, known = [], choices }: ElementFacts): readonly Finding[] {
  return Object.entries({ ...CHOICES, ...choices }).flatMap(([name, allowed]) => {
    const value = attributes[name]?.trim() ?? '';
    if (value === '' || !known.includes(name) || allowed.includes(value)) return [];
    const written = tag === 'script' ? `data-${name}` : name;
    return [finding('unknown-value', { tag, name: written, value, choices: allowed.join(', ') })];
  });
}

/** Codes of procedures that the catalogue does not have. */
export const checkCode = ({ tag, lostCode }: ElementFacts): readonly Finding[] =>
  lostCode === undefined ? [] : [finding('unknown-code', { tag, value: lostCode })];

/** Elements for which the style sheet of the library keeps no place. */
export const checkReserve = ({ tag, unreserved }: ElementFacts): readonly Finding[] =>
  unreserved === undefined ? [] : [finding('no-reserve', { tag, name: unreserved })];

/** Elements whose code never came, or whose tag is misspelt. */
export const checkDefined = ({ tag, isDefined }: ElementFacts): readonly Finding[] =>
  isDefined ? [] : [finding('not-defined', { tag })];

/** Elements that a style sheet of the page, or something above them, keeps out of sight. */
export function checkSight(element: ElementFacts): readonly Finding[] {
  const { tag, hiding, isFolded } = element;
  if (!hiding || isFolded) return [];
  const { how, by } = hiding;
  // One that has nothing to show takes no room.
  if (how === 'size' && checkNeeds(element).length > 0) return [];
  return [how === 'covered' ? finding('covered', { tag, by }) : finding('hidden', { tag, by, how })];
}
