import { toJsonSchema } from '@valibot/to-json-schema';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { flagless } from './flagless.mjs';
import { importSource } from './import-source.mjs';
import { describe, readComments } from './schema-comments.mjs';

/*
 * Writes the published JSON Schemas from the definitions that pages check files with. What a member means stands
 * once, as the comment above it in the source: descriptions inside the definitions would travel to every phone.
 */
const root = new URL('../', import.meta.url);
const target = new URL('dist/schemas/', root);

const FILES = [
  {
    name: 'catalog.schema.json',
    title: 'Danh mục thủ tục hành chính (formatVersion 1)',
    source: 'src/catalog/procedure.ts',
    schema: 'catalogSchema',
    definitions: {
      timeLimit: 'timeLimitSchema',
      fee: 'feeSchema',
      filing: 'filingSchema',
      paper: 'paperSchema',
      paperGroup: 'paperGroupSchema',
      provenance: 'provenanceSchema',
      procedure: 'procedureSchema',
    },
    head: 'catalogHeadSchema',
  },
  {
    name: 'form.schema.json',
    title: 'Biểu mẫu điện tử (formatVersion 1)',
    source: 'src/forms/form-definition.ts',
    schema: 'formSchema',
    definitions: {
      rule: 'ruleSchema',
      computed: 'computedSchema',
      field: 'fieldSchema',
      group: 'groupSchema',
      step: 'formStepSchema',
    },
    head: 'formSchema',
  },
  {
    name: 'form-index.schema.json',
    title: 'Mục lục biểu mẫu (formatVersion 1)',
    source: 'src/forms/form-index.ts',
    schema: 'formIndexSchema',
    definitions: {},
    head: 'formIndexSchema',
  },
  {
    name: 'level-list.schema.json',
    title: 'Danh sách mức độ dịch vụ công trực tuyến (formatVersion 1)',
    source: 'src/levels/level-list.ts',
    schema: 'levelListSchema',
    definitions: { entry: 'levelEntrySchema' },
    head: 'levelListHeadSchema',
  },
  {
    name: 'level-schemes.schema.json',
    title: 'Bộ mức độ dịch vụ công trực tuyến',
    source: 'src/levels/parse-level-schemes.ts',
    schema: 'levelSchemesFileSchema',
    definitions: { level: 'levelSchema', scheme: 'levelSchemeSchema', mapping: 'levelMappingSchema' },
    head: 'levelSchemesFileSchema',
  },
  {
    name: 'stages.schema.json',
    title: 'Bảng trạng thái hồ sơ và chặng người dân thấy (formatVersion 1)',
    source: 'src/dossiers/parse-stages.ts',
    schema: 'stagesSchema',
    definitions: {},
    head: 'stagesSchema',
  },
  {
    name: 'calendar.schema.json',
    title: 'Lịch nghỉ và ngày làm bù của cơ quan',
    source: 'src/dossiers/work-calendar.ts',
    schema: 'workCalendarSchema',
    definitions: {},
    head: 'workCalendarSchema',
  },
];

/** `feeSchema` checks this with a function, which no JSON Schema can be made from. */
const KNOWN_FEE_HAS_AMOUNT = {
  if: { properties: { kind: { const: 'known' } } },
  then: { required: ['amount'], properties: { amount: { exclusiveMinimum: 0 } } },
};

/** The same of `levelListHeadSchema`. */
const LEVELS_HAVE_A_TIME = {
  anyOf: [
    { required: ['publishedOn'] },
    { properties: { source: { required: ['collectedOn'] } }, required: ['source'] },
  ],
};

await mkdir(target, { recursive: true });
for (const file of FILES) {
  await writeFile(new URL(file.name, target), `${JSON.stringify(await makeSchema(file), null, 2)}\n`);
}

async function makeSchema({ name, title, source, schema, definitions, head }) {
  const exported = await importSource(source);
  const comments = readComments(await readFile(new URL(source, root), 'utf8'), source);
  const made = nameLazy(
    toJsonSchema(exported[schema], {
      target: 'draft-2020-12',
      // What a file may hold, before defaults are filled in.
      typeMode: 'input',
      definitions: Object.fromEntries(
        Object.entries(definitions).map(([short, variable]) => [short, exported[variable]]),
      ),
      // What checks across members can be said of is said below; trimming is what the reader does.
      ignoreActions: ['check'],
      overrideAction: ({ valibotAction, jsonSchema }) => {
        if (valibotAction.type === 'regex')
          return { ...jsonSchema, pattern: flagless(valibotAction.requirement) };
        // What is trimmed must not be blank.
        return valibotAction.type === 'trim' ? { ...jsonSchema, pattern: '\\S' } : undefined;
      },
    }),
  );
  describe(made, comments.get(head));
  for (const [short, variable] of Object.entries(definitions))
    describe(made.$defs[short], comments.get(variable));
  if (schema === 'levelListSchema') Object.assign(made, LEVELS_HAVE_A_TIME);
  if (made.$defs?.fee) Object.assign(made.$defs.fee, KNOWN_FEE_HAS_AMOUNT);
  const { $schema, ...rest } = made;
  return { $schema, $id: `urn:dvc-widgets:schemas:${name.replace('.schema.json', '')}:1`, title, ...rest };
}

/** A definition that speaks of itself comes as a reference to one with a number for a name; it gets its own name. */
function nameLazy(schema) {
  let text = JSON.stringify(schema);
  for (const [name, { $ref }] of Object.entries(schema.$defs ?? {}))
    if ($ref) text = text.replaceAll(`"${$ref}"`, `"#/$defs/${name}"`);
  const named = JSON.parse(text);
  for (const [name, { $ref }] of Object.entries(schema.$defs ?? {})) {
    if (!$ref) continue;
    const number = $ref.replace('#/$defs/', '');
    named.$defs[name] = named.$defs[number];
    delete named.$defs[number];
  }
  return named;
}
