import { filesBelow, readJson, readText } from '../files.mjs';

/* One page of plain text that tells a reader without eyes for web pages, an assistant say, how all of this is used. */

/** A part of the README, from its heading to the next of the same rank. */
function section(readme, heading) {
  const [, text] = readme.split(`\n## ${heading}`);
  if (!text) throw new Error(`README.md has no “## ${heading}”`);
  return text.split('\n## ')[0];
}

/** What can be imported, as the README tells it: entry and what it is. */
export function entriesOf(readme) {
  const rows = section(readme, 'For developers').matchAll(/^\| `(dvc-widgets[^`]*)` +\| (.+?) +\|$/gmu);
  return [...rows].map(([, entry, description]) => ({ entry, description }));
}

/** Entries of the package that the README leaves out, or that are in the README alone. */
export function strayEntries(readme, { exports }) {
  const told = entriesOf(readme).map(({ entry }) =>
    entry.replace(/^dvc-widgets/u, '.').replace(/<[a-z]+>/gu, '*'),
  );
  const there = Object.keys(exports).filter((path) => path !== './package.json');
  return [...there.filter((path) => !told.includes(path)), ...told.filter((path) => !there.includes(path))];
}

/** Each custom property once: elements share most of them. */
function customProperties(elements) {
  const byName = new Map(
    elements.flatMap(({ cssProperties }) => cssProperties.map((one) => [one.name, one])),
  );
  return [...byName.values()]
    .map((one) => line(one.name, undefined, `${one.description} Default \`${one.default}\`.`))
    .join('\n');
}

const list = (title, items) => (items.length > 0 ? `\n### ${title}\n\n${items.join('\n')}\n` : '');
const line = (name, type, description) =>
  `- \`${name}\`${type ? ` (\`${type}\`)` : ''}: ${description.replace(/\n(?!- )/gu, ' ').replace(/\n- /gu, ' ')}`;

/** The example in the comment of the class, whose place the manifest does not keep. */
function exampleOf(tagName) {
  const name = tagName.replace(/^dvc-/u, '');
  const source = readText(`components/${name}/${name}.element.ts`);
  const [, example] = /\* @example\n((?: \* .*\n)+)/u.exec(source) ?? [];
  if (!example) throw new Error(`<${tagName}> has no @example`);
  return example.replace(/^ \* /gmu, '').trimEnd();
}

function element({
  tagName,
  name,
  description,
  members,
  attributes,
  events,
  slots = [],
  cssParts = [],
  cssProperties,
}) {
  const fields = members.filter((member) => member.kind === 'field' && !member.static);
  const methods = members.filter((member) => member.kind === 'method');
  const alone = fields.filter((field) => !field.attribute);
  return `
## <${tagName}>

${description}

Class \`${name}\` of \`dvc-widgets/elements/${tagName.slice(4)}.js\`; \`dvc-widgets/define/${tagName.slice(4)}.js\` registers it.

\`\`\`html
${exampleOf(tagName)}
\`\`\`
${list(
  'Attributes',
  attributes.map((attribute) =>
    line(
      attribute.name,
      attribute.type.text,
      attribute.description +
        (attribute.fieldName === attribute.name ? '' : ` Property \`${attribute.fieldName}\`.`) +
        (attribute.default === undefined ? '' : ` Default \`${attribute.default}\`.`),
    ),
  ),
)}${list(
    'Properties without an attribute',
    alone.map((field) => line(field.name, field.type?.text, field.description)),
  )}${list(
    'Methods',
    methods.map((method) => line(`${method.name}()`, undefined, method.description)),
  )}${list(
    'Events',
    events.map((event) => line(event.name, event.type.text, event.description)),
  )}${list(
    'Slots',
    slots.map((slot) => line(slot.name || '(default)', undefined, slot.description)),
  )}${list(
    'Parts, for ::part()',
    cssParts.map((part) => line(part.name, undefined, part.description)),
  )}${list(
    'Custom properties, told below',
    cssProperties.length > 0 ? [cssProperties.map((property) => `\`${property.name}\``).join(', ')] : [],
  )}`;
}

/** `llms.txt`, from the published elements, the README and the package. */
export function llmsText(elements) {
  const readme = readText('README.md');
  const { description, version } = readJson('package.json');
  const snippets = [...section(readme, 'Cho người quản trị trang').matchAll(/```html\n[^`]+```/gu)];
  const docs = filesBelow('docs', '.md')
    .filter((file) => !file.includes('decisions/'))
    .map((file) => `- ${file}: ${/^# (.+)$/mu.exec(readText(file))[1]}`);
  return `# dvc-widgets ${version}

> ${description}

Vietnamese first; English with \`lang="en"\` on the page or on any tag around. What no source tells (a level, a fee, a time)
is shown as unknown, never guessed. Nothing is asked of a third party; a strict CSP and Trusted Types hold.

## In a page

Without a build: the folder \`dist/cdn\` of the package, on the page's own server.

${snippets.map(([snippet]) => snippet).join('\n\n')}

## Entries of the package

${entriesOf(readme)
  .map(({ entry, description: what }) => `- \`${entry}\`: ${what}`)
  .join('\n')}

## More, in the package

- README.md: for webmasters, with every option of the script tag, for designers, for developers
${docs.join('\n')}
${elements.map(element).join('')}
## Custom properties

Set anywhere above an element. Text keeps 7:1 against its ground in the themes of the package; keep to it.

${customProperties(elements)}
`;
}
