/* What every framework's types are made of: by tag the class, its properties, its attributes and its events. */

const comment = (text, indent) =>
  `${indent}/**\n${text
    .split('\n')
    .map((line) => `${indent} * ${line}`.trimEnd())
    .join('\n')}\n${indent} */`;

const block = (name, members) =>
  `export interface ${name} {\n${members.map(({ name: key, type, description }) => `${comment(description, '  ')}\n  ${key}: ${type};`).join('\n')}\n}`;

function interfacesOf({ name, members, attributes, events }) {
  const properties = members.filter(
    (member) => member.kind === 'field' && !member.static && !member.readonly,
  );
  return [
    block(
      `${name}Properties`,
      properties.map(({ name: property, description }) => ({
        name: `${property}?`,
        type: `${name}['${property}'] | undefined`,
        description,
      })),
    ),
    block(
      `${name}Attributes`,
      attributes
        .filter((attribute) => attribute.name !== attribute.fieldName)
        .map((attribute) => ({
          name: `'${attribute.name}'?`,
          type: `Attribute<${name}['${attribute.fieldName}']> | undefined`,
          description: attribute.description,
        })),
    ),
    block(
      `${name}Events`,
      events.map((event) => ({
        name: `'${event.name}'`,
        type: event.type.text,
        description: event.description,
      })),
    ),
  ];
}

/** `elements.d.ts`, from the published elements. */
export function elementTypes(elements) {
  const imported = new Set(
    elements.flatMap(({ name, events }) => [name, ...events.map(({ type }) => type.text)]),
  );
  return `/* Made from custom-elements.json. */
import type { ${[...imported].sort().join(', ')} } from '../types/components/index.js';

/** What may stand in an attribute: text, and a number as text too. */
export type Attribute<Type> = Type extends number
  ? Type | \`\${number}\`
  : Type extends string | boolean | undefined
    ? Type
    : never;

/** Listeners to events, by the names that a template has for them. */
export type Listeners<Events, Prefix extends string = 'on'> = {
  [Name in keyof Events & string as \`\${Prefix}\${Name}\`]?: ((event: Events[Name]) => void) | undefined;
};

type Camel<Name extends string> = Name extends \`\${infer First}-\${infer Rest}\`
  ? \`\${First}\${Capitalize<Camel<Rest>>}\`
  : Name;

/** Properties by name, where an attribute of the same name with hyphens may hold a number as text. */
export type InTemplates<Properties, Attributes> = Omit<Properties, Camel<keyof Attributes & string>> & {
  [Name in keyof Attributes & string as Camel<Name>]?:
    | Attributes[Name]
    | (Camel<Name> extends keyof Properties ? Properties[Camel<Name>] : never);
};

${elements.flatMap(interfacesOf).join('\n\n')}

/** Every element by its tag. */
${block(
  'DvcElements',
  elements.map(({ tagName, name, description }) => ({
    name: `'${tagName}'`,
    type: `{ element: ${name}; properties: ${name}Properties; attributes: ${name}Attributes; events: ${name}Events }`,
    description,
  })),
)}
`;
}
