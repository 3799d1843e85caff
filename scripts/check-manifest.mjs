import { spawnSync } from 'node:child_process';
import { conclude, filesBelow, readJson, readText, root } from './files.mjs';

/* What editors, the docs and the controls are made from must say everything, and nothing that is not there. */
const { status } = spawnSync(
  process.execPath,
  [
    'node_modules/@custom-elements-manifest/analyzer/cem.js',
    'analyze',
    '--quiet',
    '--config',
    'custom-elements-manifest.config.mjs',
  ],
  { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
);

// The manifest of an earlier run would tell of elements as they were.
const faults = status === 0 ? [] : ['the analyser failed'];
const elements = readJson('custom-elements.json')
  .modules.flatMap(({ path, declarations }) => declarations.map((declaration) => ({ path, ...declaration })))
  .filter(({ customElement }) => customElement);

for (const {
  path,
  name,
  tagName,
  description,
  attributes = [],
  members = [],
  events = [],
  slots = [],
  cssParts = [],
  cssProperties = [],
} of elements) {
  if (!tagName) faults.push(`${path}: ${name} has no @tag`);
  if (!description) faults.push(`${path}: ${name} says nothing of itself`);
  const fields = members.filter(
    ({ kind, inheritedFrom, static: isStatic }) => kind === 'field' && !inheritedFrom && !isStatic,
  );
  const described = {
    attribute: attributes,
    property: fields,
    event: events,
    slot: slots,
    part: cssParts,
    'custom property': cssProperties,
  };
  for (const [kind, items] of Object.entries(described)) {
    for (const item of items)
      if (!item.description && !item.readonly)
        faults.push(`${path}: ${kind} ${item.name} has no description`);
  }
  const folder = path.slice(0, path.lastIndexOf('/'));
  const source = filesBelow(folder, '.ts').map(readText).join('\n');
  const inSource = (pattern) =>
    new Set([...source.matchAll(pattern)].flatMap(([, found]) => found.split(/\s+/u)));
  const compare = (kind, documented, found) => {
    for (const item of found)
      if (!documented.has(item)) faults.push(`${path}: ${kind} ${item} is not documented`);
    for (const item of documented)
      if (!found.has(item)) faults.push(`${path}: ${kind} ${item} is not in the source`);
  };
  const parts = inSource(/\spart="([^"$]+)"/gu);
  // Every element has it, from the base class.
  parts.delete('base');
  compare('part', new Set(cssParts.map((part) => part.name).filter((part) => part !== 'base')), parts);
  compare(
    'slot',
    new Set(slots.map((slot) => slot.name)),
    new Set(
      [...source.matchAll(/(?:<slot|createElement\('slot'\))(?:\s+name="([^"]*)")?/gu)].map(
        ([, slot]) => slot ?? '',
      ),
    ),
  );
  const fired = new Set(
    [...source.matchAll(/dispatchEvent\(\s*new (\w+Event)\(/gu)].map(([, event]) => event),
  );
  compare('event', new Set(events.map((event) => event.type?.text)), fired);
}
if (elements.length < 6) faults.push(`saw only ${elements.length} elements`);
conclude('manifest', faults, `${elements.length} elements`);
