import { readJson } from '../files.mjs';
import { attributeType, fieldsOf } from './types.mjs';

/* The manifest as it is published: of the files in the package, with types that say themselves what they allow. */

/** Where the sources of an element lead in the package. */
const nameOf = (path) => /^components\/([a-z-]+)\//u.exec(path)[1];
const classFile = (path) => `dist/elements/${nameOf(path)}.js`;

/** What an event carries, in the sentence that tells of it. */
function withFields(event) {
  const fields = [...fieldsOf(event.type.text)].map(
    ({ name, type, description }) => `\`${name}\` (\`${type}\`): ${description}`,
  );
  return { ...event, description: [event.description, ...fields].join('\n- ') };
}

function publishedDeclaration(declaration) {
  const { name, attributes = [], events = [] } = declaration;
  return {
    ...declaration,
    attributes: attributes.map((attribute) => ({
      ...attribute,
      type: { text: attributeType(name, attribute.fieldName) },
    })),
    events: events.map(withFields),
    // What stands between is no part of the package.
    superclass: { name: 'LitElement', package: 'lit' },
  };
}

/** The manifest of the package, from the one that the analyser made of the sources. */
export function publishedManifest() {
  const manifest = readJson('custom-elements.json');
  // The analyser has them in whatever order the disk gave them.
  const sources = manifest.modules.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const modules = sources.flatMap(({ path, declarations }) => {
    const module = classFile(path);
    const references = declarations.map(({ name, tagName }) => ({ tagName, declaration: { name, module } }));
    return [
      {
        kind: 'javascript-module',
        path: module,
        declarations: declarations.map(publishedDeclaration),
        exports: references.map(({ declaration }) => ({ kind: 'js', name: declaration.name, declaration })),
      },
      {
        kind: 'javascript-module',
        path: `dist/define/${nameOf(path)}.js`,
        declarations: [],
        exports: references.map(({ tagName, declaration }) => ({
          kind: 'custom-element-definition',
          name: tagName,
          declaration,
        })),
      },
    ];
  });
  return { ...manifest, modules };
}

/** The elements of a manifest. */
export const elementsOf = ({ modules }) =>
  modules.flatMap(({ declarations }) => declarations).filter(({ customElement }) => customElement);
