import { filesBelow, readJson } from '../files.mjs';

/*
 * What the files hold that a place writes itself, from the published JSON Schemas: `{ 'catalog.schema.json': { 'fee.amount':
 * 'number?' } }`, one name for each member, by the definition in which it stands.
 */

const refName = ({ $ref }) => $ref.slice($ref.lastIndexOf('/') + 1);

/** What a member may be, in a line. */
function typeOf(schema) {
  if (schema.$ref) return refName(schema);
  if ('const' in schema) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const either = schema.anyOf ?? schema.oneOf;
  if (either) return [...new Set(either.map(typeOf))].join(' | ');
  if (schema.type === 'array') return `array of ${schema.items ? typeOf(schema.items) : 'any'}`;
  return schema.type ?? 'any';
}

/** Members below a schema; those that several forms of one thing share are told once. */
function collect(schema, path, told) {
  for (const part of [schema.anyOf, schema.oneOf, schema.allOf].flatMap((parts) => parts ?? []))
    collect(part, path, told);
  if (schema.items) collect(schema.items, path, told);
  if (typeof schema.additionalProperties === 'object')
    collect(schema.additionalProperties, `${path}*.`, told);
  for (const [name, member] of Object.entries(schema.properties ?? {})) {
    const key = path + name;
    const type = typeOf(member) + (schema.required?.includes(name) ? '' : '?');
    told.set(key, (told.get(key) ?? new Set()).add(type));
    if (!member.$ref) collect(member, `${key}.`, told);
  }
}

export function dataFormats() {
  return Object.fromEntries(
    filesBelow('dist/schemas', '.schema.json').map((file) => {
      const { $defs = {}, ...schema } = readJson(file);
      const told = new Map();
      collect(schema, '', told);
      for (const [name, definition] of Object.entries($defs)) collect(definition, `${name}.`, told);
      const members = [...told].map(([name, types]) => [name, [...types].sort().join(' | ')]);
      return [
        file.slice(file.lastIndexOf('/') + 1),
        Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1))),
      ];
    }),
  );
}
