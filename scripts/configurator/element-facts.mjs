import { ATTRIBUTES, ELEMENTS } from '../wordpress/labels.mjs';
import { rulesOf } from '../wordpress/elements.mjs';
import { CHOICES, COMMON, HELP, NOT_ASKED, NOT_OFFERED, PURPOSES } from './help.mjs';

/* What the configurator knows of the elements: rules from the manifest, words in Vietnamese beside them. */

/** People take these together, so they come first. */
const FIRST = ['procedure-lookup', 'procedure-detail', 'form-steps', 'status-tracker'];

const plain = (text) => text.replace(/`/gu, '').replace(/\s+/gu, ' ');
/** `detail-url` as a name in English: “Detail URL”. */
const nameOf = (attribute) =>
  attribute
    .replace(/-/gu, ' ')
    .replace(/\burl\b/gu, 'URL')
    .replace(/^./u, (letter) => letter.toUpperCase());

/** Everything that the manifest has and nobody has explained, and what is explained and is not there. */
export function helpFaults(elements) {
  const faults = [];
  const used = new Set();
  const wanted = (words, key, what) => {
    used.add(key);
    if (!words[key]) faults.push(`${what} has no words in Vietnamese: ${key}`);
  };
  for (const [element, { attributes }] of Object.entries(rulesOf(elements))) {
    if (NOT_OFFERED[element]) used.add(element);
    wanted(ELEMENTS, element, 'the element');
    wanted(PURPOSES, element, 'the element');
    for (const [name, { type, values = [] }] of Object.entries(attributes)) {
      const own = `${element}.${name}`;
      if (NOT_ASKED[own]) {
        used.add(own);
        continue;
      }
      wanted(ATTRIBUTES, name, 'the attribute');
      wanted(HELP, HELP[own] ? own : name, `the attribute of <dvc-${element}>`);
      if (type !== 'choice') continue;
      used.add(name);
      for (const value of values)
        if (!CHOICES[name]?.[value]) faults.push(`the value ${value} of ${name} has no words in Vietnamese`);
    }
  }
  for (const table of [PURPOSES, NOT_OFFERED, HELP, NOT_ASKED, CHOICES])
    for (const key of Object.keys(table))
      if (!used.has(key)) faults.push(`${key} is explained and is not there`);
  for (const name of COMMON) if (!used.has(name)) faults.push(`${name} is called common and is not there`);
  return [...new Set(faults)];
}

/**
 * @param elements of `elementsOf()`
 * @returns elements by name, those that people take together first, with their attributes, the common ones first
 */
export function elementFacts(elements) {
  const rules = rulesOf(elements);
  const manifestOf = (element) => elements.find(({ tagName }) => tagName === `dvc-${element}`);
  const names = Object.keys(rules).filter((name) => !NOT_OFFERED[name]);
  const ordered = [...FIRST, ...names.filter((name) => !FIRST.includes(name))];
  const rank = (name) => (COMMON.includes(name) ? COMMON.indexOf(name) : COMMON.length);
  return Object.fromEntries(
    ordered.map((element) => {
      const { description, attributes } = manifestOf(element);
      const asked = attributes
        .filter(({ name }) => !NOT_ASKED[`${element}.${name}`])
        .toSorted((a, b) => rank(a.name) - rank(b.name))
        .map(({ name, description: help, default: initial }) => {
          const { type, values } = rules[element].attributes[name];
          return [
            name,
            {
              type,
              values,
              isCommon: COMMON.includes(name),
              initial: initial?.replace(/^'|'$/gu, ''),
              label: { vi: ATTRIBUTES[name], en: nameOf(name) },
              help: { vi: HELP[`${element}.${name}`] ?? HELP[name], en: plain(help) },
              choices: values?.map((value) => ({ vi: CHOICES[name][value], en: value })),
            },
          ];
        });
      return [
        element,
        {
          label: { vi: ELEMENTS[element], en: nameOf(element) },
          purpose: { vi: PURPOSES[element], en: plain(description.split(/(?<=\.)\s/u)[0]) },
          attributes: Object.fromEntries(asked),
        },
      ];
    }),
  );
}
