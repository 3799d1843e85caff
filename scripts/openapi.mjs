import { toJsonSchema } from '@valibot/to-json-schema';
import { createRequire } from 'node:module';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { conclude, readText, root } from './files.mjs';
import { flagless } from './flagless.mjs';
import { importSource } from './import-source.mjs';
import { describe, readComments } from './schema-comments.mjs';

/*
 * Writes the schemas of the gateway's OpenAPI file from the definitions that requests and answers are checked with, so
 * that none of them is written twice. With --check nothing is written: it fails where the file holds others, or where
 * the linter has something to say. The linter is the core of Redocly's: its command line brings telemetry along.
 */
const require = createRequire(join(root, 'examples/gateway/package.json'));
const FILE = join(root, 'examples/gateway/openapi.yaml');

const FROM_FORMS = { source: 'src/forms/submission.ts' };
const FROM_TRACKING = { source: 'src/gateway/tracking-contract.ts' };
const FROM_GATEWAY = { source: 'src/gateway/contract-schemas.ts' };
/** `mode`: as a client may write it, or as the gateway does. */
const SCHEMAS = {
  About: { source: 'src/gateway/ask-about.ts', schema: 'aboutSchema', mode: 'output' },
  Submission: { ...FROM_FORMS, schema: 'submissionSchema', mode: 'input' },
  Receipt: { ...FROM_FORMS, schema: 'receiptSchema', mode: 'output' },
  SentFile: { ...FROM_FORMS, schema: 'sentFileSchema', mode: 'input' },
  Delivery: { ...FROM_FORMS, schema: 'deliverySchema', mode: 'input' },
  Helper: { ...FROM_FORMS, schema: 'helperSchema', mode: 'input' },
  Payment: { ...FROM_GATEWAY, schema: 'paymentSchema', mode: 'output' },
  TrackingRequest: { ...FROM_TRACKING, schema: 'trackingRequestSchema', mode: 'input' },
  Tracked: { ...FROM_TRACKING, schema: 'trackedSchema', mode: 'output' },
  ActRequest: { ...FROM_TRACKING, schema: 'actRequestSchema', mode: 'input' },
  ActDone: { ...FROM_TRACKING, schema: 'actDoneSchema', mode: 'output' },
  CancelRequest: { ...FROM_TRACKING, schema: 'cancelRequestSchema', mode: 'input' },
  ResultRequest: { ...FROM_TRACKING, schema: 'resultRequestSchema', mode: 'input' },
  Problem: { ...FROM_GATEWAY, schema: 'problemSchema', mode: 'output' },
};
/** Those that others refer to. */
const SHARED = ['SentFile', 'Delivery', 'Helper'];

/** The schemas as the file must hold them. */
async function generated() {
  const parts = {};
  for (const source of new Set(Object.values(SCHEMAS).map((one) => one.source)))
    parts[source] = {
      exported: await importSource(source),
      comments: readComments(readText(source), source),
    };
  return Object.fromEntries(
    Object.entries(SCHEMAS).map(([name, { source, schema, mode }]) => {
      const { exported, comments } = parts[source];
      const definitions = Object.fromEntries(
        SHARED.filter((one) => one !== name && SCHEMAS[one].source === source).map((one) => [
          one,
          exported[SCHEMAS[one].schema],
        ]),
      );
      const made = toJsonSchema(exported[schema], {
        target: 'draft-2020-12',
        typeMode: mode,
        definitions,
        ignoreActions: ['trim', 'check'],
        // Answers are what the form of the procedure says; their shape is no part of the contract.
        overrideSchema: ({ valibotSchema }) =>
          valibotSchema.type === 'custom' ? { type: 'object' } : undefined,
        overrideAction: ({ valibotAction, jsonSchema }) =>
          valibotAction.type === 'regex'
            ? { ...jsonSchema, pattern: flagless(valibotAction.requirement) }
            : undefined,
      });
      // The file says itself what it is written in, and holds the shared ones by their names.
      delete made.$schema;
      delete made.$defs;
      describe(made, comments.get(schema));
      return [name, JSON.parse(JSON.stringify(made).replaceAll('#/$defs/', '#/components/schemas/'))];
    }),
  );
}

async function problemsOf(text) {
  const { createConfig, lintFromString } = await import(
    pathToFileURL(require.resolve('@redocly/openapi-core')).href
  );
  const config = await createConfig({
    extends: ['recommended-strict'],
    rules: {
      // An answer to HEAD has no body, and an upload's is none; a payment is opened by its address alone.
      'operation-4xx-problem-details-rfc7807': 'off',
      'no-server-example.com': 'off',
    },
  });
  const problems = await lintFromString({ source: text, absoluteRef: FILE, config });
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} at ${location[0]?.pointer}`);
}

const { parseDocument } = require('yaml');
const text = readFileSync(FILE, 'utf8');
const document = parseDocument(text);
const schemas = await generated();
if (process.argv.includes('--check')) {
  const same = JSON.stringify(document.toJS().components.schemas) === JSON.stringify(schemas);
  const faults = await problemsOf(text);
  if (!same) faults.push('the schemas are not those of the sources; run node scripts/openapi.mjs');
  conclude('openapi', faults, `${Object.keys(document.toJS().paths).length} paths`);
} else {
  document.setIn(['components', 'schemas'], document.createNode(schemas));
  const options = { ...(await resolveConfig(FILE)), parser: 'yaml' };
  writeFileSync(FILE, await format(document.toString(), options));
}
