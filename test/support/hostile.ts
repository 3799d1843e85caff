import type { LevelEntry, LevelList } from '../../src/levels/level-list.js';
import type { ProcedureRecord } from './builders.js';

/** Words that somewhere else would be markup, a script, a mark of a template, or text that runs backwards. */
export const HOSTILE = [
  '<img src=x onerror="window.hacked=true">',
  '</p><script>window.hacked=true</script>',
  '<svg/onload=window.hacked=true>',
  '"><a href="javascript:window.hacked=true">x</a>',
  "' onmouseover='window.hacked=true",
  '<!--lit--><!--?lit$123$-->',
  '{{constructor.constructor("window.hacked=true")()}}',
  '${window.hacked=true}',
  '$t(common:close) {{code}} $t(fee)',
  '&lt;b&gt;<b>&#60;',
  '<math><mi//xlink:href="data:x,<script>window.hacked=true</script>">',
  '\u202Etxet desrever\u202C',
] as const;

/** Words as harmless as can be: what they make is what any words may make. */
export const HARMLESS = 'lành';

/** Whether any of them ran. */
export const isHacked = (): boolean => 'hacked' in window;

/**
 * The tags of an element's shadow tree and of those inside it, in order. A code for paper comes when the page is idle, and
 * pictures are no place for words, so they are left out.
 */
export function tagsIn(element: Element): string[] {
  return [...(element.shadowRoot?.querySelectorAll(':not(svg, svg *)') ?? [])].flatMap((inside) => [
    inside.localName,
    ...tagsIn(inside),
  ]);
}

/** How often the words are read in an element's shadow tree and in those inside it. */
export function timesSaid(element: Element, words: string): number {
  const inside = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
  const own = (element.shadowRoot?.textContent.split(words).length ?? 1) - 1;
  return inside.reduce((sum, each) => sum + timesSaid(each, words), own);
}

/** The schemes of all links of a shadow tree and of those inside it. */
export function schemesOfLinks(element: Element): string[] {
  const inside = [...(element.shadowRoot?.querySelectorAll('*') ?? [])];
  return inside.flatMap((each) => [
    ...(each instanceof HTMLAnchorElement ? [each.protocol] : []),
    ...schemesOfLinks(each),
  ]);
}

/** A record with words in every member that holds words; codes differ, so that it is not its own successor. */
export function hostileRecord(words: string): ProcedureRecord {
  return {
    code: words,
    name: words,
    plainNames: [words],
    keywords: [words],
    field: words,
    competentAgency: words,
    receivingAgency: `${words} 2`,
    issuedBy: words,
    audienceWords: [words],
    steps: [{ name: words, text: words }],
    filing: [
      { channel: 'counter', note: words, timeLimit: { value: 1, unit: 'day', published: words } },
      { channel: 'online', fees: [{ kind: 'unknown', published: words }] },
    ],
    paperGroups: [{ case: words, papers: [{ name: words }, { kind: 'remark', name: words }] }],
    forms: [{ name: words }],
    legalBasis: [{ number: words, title: words }],
    decision: words,
    conditions: [words],
    results: [words],
    related: [`${words} 3`],
    source: { name: words, url: 'https://example.gov.vn', collectedOn: words, via: [words] },
    note: words,
    formerCodes: [`${words} 4`],
  };
}

/** Who made a catalogue, and for where. */
export const hostileHead = (words: string) => ({ publisher: `${words} 5`, place: `${words} 6` });

/** A list of levels with words in every member that holds words; for another place, so that it is said for which. */
export function hostileLevels(words: string, entries: readonly LevelEntry[]): LevelList {
  return {
    formatVersion: 1,
    publisher: `${words} 7`,
    place: `${words} 8`,
    publishedOn: '2026-07-01',
    scheme: 'vn-2022',
    source: { name: `${words} 9`, url: 'https://example.gov.vn/levels' },
    illustration: false,
    entries: entries.map((entry) => ({
      ...entry,
      note: `${words} 10`,
    })),
  };
}
