import { ATTRIBUTES, ELEMENTS } from './labels.mjs';

/* What authors of a WordPress site may write in our tags, as the manifest has it. */

/** The manifest says by its first word that an attribute is an address: those are watched more closely than words. */
function ruleOf({ name, description, type }) {
  const kinds = type.text.split(' | ').filter((kind) => kind !== 'undefined');
  if (/^Addresses\b/u.test(description)) return { type: 'addresses' };
  if (/^Address\b/u.test(description)) return { type: 'address' };
  if (/url$/u.test(name))
    throw new Error(`${name} looks like an address, and its description does not say so`);
  if (kinds.every((kind) => kind === 'boolean')) return { type: 'flag' };
  if (kinds.every((kind) => kind === 'number')) return { type: 'number' };
  if (kinds.every((kind) => /^'[\w-]+'$/u.test(kind)))
    return { type: 'choice', values: kinds.map((kind) => kind.slice(1, -1)) };
  return { type: 'text' };
}

/**
 * @param elements of `elementsOf()`
 * @returns by element, without `dvc-`: what it is called, and of each attribute what it is called and what may be written
 */
export function rulesOf(elements) {
  const named = elements.map(({ tagName, attributes = [] }) => {
    const element = tagName.replace(/^dvc-/u, '');
    const rules = attributes.map((attribute) => [
      attribute.name,
      { label: ATTRIBUTES[attribute.name] ?? attribute.name, ...ruleOf(attribute) },
    ]);
    return [element, { label: ELEMENTS[element] ?? tagName, attributes: Object.fromEntries(rules) }];
  });
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}

function inPhp(value, indent = '') {
  if (typeof value === 'string') return `'${value.replace(/['\\]/gu, '\\$&')}'`;
  const lines = Object.entries(value).map(([name, one]) => {
    const key = Array.isArray(value) ? '' : `${inPhp(name)} => `;
    return `${indent}\t${key}${inPhp(one, `${indent}\t`)},\n`;
  });
  return `array(\n${lines.join('')}${indent})`;
}

export const elementsInPhp = (rules) =>
  `<?php\n/** Made from the library's manifest by scripts/build-wordpress.mjs. */\n\nif ( ! defined( 'ABSPATH' ) ) {\n\texit;\n}\n\nreturn ${inPhp(rules)};\n`;
