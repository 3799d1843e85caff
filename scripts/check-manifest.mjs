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
const events = new Map(
  filesBelow('src/ui', '-events.ts')
    .flatMap((file) => [
      ...readText(file).matchAll(/class (\w+Event) extends Event \{\s+static readonly type = '([^']+)'/gu),
    ])
    .map(([, name, type]) => [name, type]),
);
const exported = readText('components/index.ts');
const guidance = readText('stories/guidance.mdx').split(/^## /mu).slice(1);
const elements = readJson('custom-elements.json')
  .modules.flatMap(({ path, declarations }) => declarations.map((declaration) => ({ path, ...declaration })))
  .filter(({ customElement }) => customElement);

/** Every thing that an element documents, by kind. */
const documentedBy = ({ attributes, members, events: fired, slots, cssParts, cssProperties }) => ({
  attribute: attributes,
  property: members.filter(({ kind, static: isStatic }) => kind === 'field' && !isStatic),
  method: members.filter(({ kind }) => kind === 'method'),
  event: fired,
  slot: slots,
  part: cssParts,
  'custom property': cssProperties,
});

for (const element of elements) {
  const { path, name, tagName, description } = element;
  const documented = documentedBy({
    attributes: [],
    members: [],
    events: [],
    slots: [],
    cssParts: [],
    cssProperties: [],
    ...element,
  });
  const own = readText(path);
  if (!tagName) faults.push(`${path}: ${name} has no @tag`);
  if (!description) faults.push(`${path}: ${name} says nothing of itself`);
  if (!own.includes(`@example\n * <${tagName}`)) faults.push(`${path}: ${name} has no @example`);
  // A designer is told when to take it, when not, and how it speaks.
  const guided = guidance.find((section) => section.split('\n', 1)[0].includes(`\`${tagName}\``)) ?? '';
  for (const wanted of ['**Use**', "**Don't**", '**Words**'])
    if (!guided.includes(wanted)) faults.push(`stories/guidance.mdx: no section of ${tagName} has ${wanted}`);
  for (const [kind, items] of Object.entries(documented)) {
    for (const item of items)
      if (!item.description) faults.push(`${path}: ${kind} ${item.name} has no description`);
  }
  const folder = path.slice(0, path.lastIndexOf('/'));
  const source = filesBelow(folder, '.ts').map(readText).join('\n');
  const inSource = (pattern) =>
    new Set([...source.matchAll(pattern)].flatMap(([, found]) => found.split(/\s+/u)));
  const named = (kind) => new Set(documented[kind].map((item) => item.name));
  const compare = (kind, told, found) => {
    for (const item of found) if (!told.has(item)) faults.push(`${path}: ${kind} ${item} is not documented`);
    for (const item of told)
      if (!found.has(item)) faults.push(`${path}: ${kind} ${item} is not in the source`);
  };
  // The shell of the base class draws the box, and shows the content of the tag until there is something to draw.
  const isShelled = /class \w+ extends PortalElement/u.test(own);
  const parts = inSource(/\spart="([^"$]+)"/gu);
  const slots = new Set(
    [...source.matchAll(/(?:<slot|createElement\('slot'\))(?:\s+name="([^"]*)")?/gu)].map(
      ([, slot]) => slot ?? '',
    ),
  );
  if (isShelled) {
    parts.add('base');
    slots.add('');
  }
  compare('part', named('part'), parts);
  compare('slot', named('slot'), slots);
  // A name that is put together cannot be read here, nor by whoever looks for it.
  if (/\spart=(?:"[^"]*)?\$\{|exportparts|<slot name=\$/u.test(source))
    faults.push(`${path}: write the names of parts and slots out`);
  const properties = [...own.matchAll(/@property\((\{[^}]*\})?\)\s+(?:override )?(?:[gs]et )?(\w+)/gu)].map(
    ([, options = '', property]) => ({ property, isAlone: options.includes('attribute: false') }),
  );
  compare('property', named('property'), new Set(properties.map(({ property }) => property)));
  compare(
    'attribute of',
    new Set(documented.attribute.map(({ fieldName }) => fieldName)),
    new Set(properties.filter(({ isAlone }) => !isAlone).map(({ property }) => property)),
  );
  const fired = new Set(
    [...source.matchAll(/dispatchEvent\(\s*new (\w+Event)\(/gu)].map(([, event]) => event),
  );
  compare('event', new Set(documented.event.map((event) => event.type?.text)), fired);
  for (const { name: event, type } of documented.event) {
    if (events.get(type?.text) !== event) faults.push(`${path}: ${type?.text} is not called ${event}`);
    if (!exported.includes(type?.text)) faults.push(`components/index.ts does not export ${type?.text}`);
  }
  // What a theme does not have, nobody learns of.
  for (const [property] of source.matchAll(/--dvc-[a-z-]+/gu))
    if (!named('custom property').has(property)) faults.push(`${path}: ${property} is not documented`);
}
if (elements.length < 6) faults.push(`saw only ${elements.length} elements`);
conclude('manifest', faults, `${elements.length} elements`);
