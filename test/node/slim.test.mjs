import assert from 'node:assert/strict';
import { readFileSync, writeFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { slim } from '../../scripts/rollup-slim.mjs';
import { readJson, filesBelow } from '../../scripts/files.mjs';

/** A library as the build for pages has it, beside the whole one. */
async function slimmedFrom(name, entry, path) {
  const source = join(dirname(createRequire(import.meta.url).resolve(entry)), path);
  const slimFile = join(dirname(source), '.slim-for-test.mjs');
  writeFileSync(slimFile, slim(readFileSync(source, 'utf8'), name));
  after(() => rmSync(slimFile, { force: true }));
  return import(pathToFileURL(slimFile).href);
}

const whole = await import('i18next');
const slimmed = await slimmedFrom('i18next', 'i18next/package.json', 'dist/esm/i18next.js');

/** As `src/i18n/translator.ts` sets it up. */
function instance({ createInstance }) {
  const i18n = createInstance();
  i18n.init({
    lng: 'vi',
    fallbackLng: 'vi',
    resources: {},
    initAsync: false,
    keySeparator: false,
    nsSeparator: false,
    returnNull: false,
    returnEmptyString: false,
    interpolation: { escapeValue: false, skipOnVariables: true },
  });
  for (const file of filesBelow('locales', '.json')) {
    const [, language, name] = file.split('/');
    i18n.addResourceBundle(language, name, readJson(file), true, true);
  }
  i18n.addResourceBundle(
    'vi',
    'page',
    {
      hostile: '{{__proto__}} {{constructor.name}} $t(close) {{- words}}',
      'page-count_zero': 'không',
      'page-count_other': '{{ count }}, {{count, number}}',
      empty: '',
    },
    true,
    true,
  );
  return i18n;
}

test('what is left of i18next gives every sentence as the whole library does', () => {
  const [one, other] = [instance(whole), instance(slimmed)];
  let compared = 0;
  for (const file of filesBelow('locales/vi', '.json')) {
    const name = file.split('/')[2];
    for (const key of [...Object.keys(readJson(file)), 'no-such-key']) {
      const stem = key.replace(/_(one|other)$/u, '');
      for (const lng of ['vi', 'en']) {
        for (const count of [0, 1, 2, 1463]) {
          const values = {
            count,
            words: '{{name}} $t(close) <b>',
            name: 'Hộ tịch',
            code: '1.001193',
            day: '01/07/2025',
          };
          const options = { ...values, lng, ns: ['page', name], defaultValue: '' };
          assert.equal(other.t(stem, options), one.t(stem, options));
          compared += 1;
        }
      }
    }
  }
  assert.equal(
    other.t('hostile', { lng: 'vi', ns: ['page'], words: 'x' }),
    one.t('hostile', { lng: 'vi', ns: ['page'], words: 'x', nest: false }),
  );
  for (const key of ['page-count', 'empty', 'constructor', '__proto__', 'toString']) {
    for (const count of [0, 1, 5]) {
      const options = { lng: 'en', ns: ['page', 'none'], count, defaultValue: '' };
      assert.equal(other.t(key, options), one.t(key, options), key);
    }
  }
  assert.equal(other.getResourceBundle('en', 'nothing'), undefined);
  assert.ok(other.getResourceBundle('vi', 'page'));
  assert.deepEqual(other.getResourceBundle('vi', 'page'), one.getResourceBundle('vi', 'page'));
  assert.ok(compared > 1000);
});

test('a version of i18next without those functions stops the build', () => {
  assert.throws(() => slim('class I18n {}', 'i18next'), /i18next no longer has/);
});

test('the map of words answers as the whole one does', async () => {
  const { default: Whole } = await import('minisearch/SearchableMap');
  const { default: Slim } = await slimmedFrom('minisearch', 'minisearch', '../es/SearchableMap.js');
  const { procedures } = readJson('examples/commune/data/catalog.json');
  const words = procedures.flatMap(({ name }) => name.toLowerCase().split(/\s+/u));
  const [one, other] = [new Whole(), new Slim()];
  for (const [at, word] of words.entries()) {
    one.set(word, at);
    other.set(word, at);
  }
  for (const word of new Set(words)) {
    const start = word.slice(0, 2);
    assert.equal(other.get(word), one.get(word));
    assert.equal(other.has(start), one.has(start));
    assert.deepEqual([...other.atPrefix(start).values()], [...one.atPrefix(start).values()]);
    assert.deepEqual([...other.fuzzyGet(`${word}x`, 1)], [...one.fuzzyGet(`${word}x`, 1)]);
  }
});

test('what is left of valibot finds the same faults as the whole library does', async () => {
  const slim = await slimmedFrom('valibot', 'valibot', 'index.mjs');
  const schemaOf = (v) =>
    v.object({
      name: v.pipe(v.string(), v.minLength(2), v.maxLength(9)),
      day: v.pipe(v.string(), v.regex(/^\d{4}$/u)),
      level: v.picklist(['1', '2']),
      fee: v.optional(v.union([v.number(), v.literal('free')])),
      parts: v.array(v.looseObject({ code: v.pipe(v.number(), v.integer(), v.minValue(0)) })),
      kind: v.variant('kind', [
        v.object({ kind: v.literal('a'), of: v.string() }),
        v.strictObject({ kind: v.literal('b'), of: v.nullable(v.boolean()) }),
      ]),
      sure: v.pipe(
        v.boolean(),
        v.check((value) => value, 'must be sure'),
      ),
      words: v.record(v.string(), v.string()),
    });
  const good = {
    name: 'Hộ',
    day: '2026',
    level: '1',
    fee: 'free',
    parts: [{ code: 1, more: true }],
    kind: { kind: 'b', of: null },
    sure: true,
    words: { vi: 'x' },
  };
  const wrong = [
    undefined,
    null,
    7,
    'x',
    [],
    {},
    -1,
    1.5,
    'a long text for a name',
    { kind: 'c' },
    [{ code: -1 }],
    false,
  ];
  const values = [
    good,
    ...Object.keys(good).flatMap((key) => wrong.map((value) => ({ ...good, [key]: value }))),
    ...wrong,
  ];
  const whole = await import('valibot');
  const [one, other] = [whole, slim].map((v) => {
    const schema = schemaOf(v);
    return values.map((value) => {
      const { success, output, issues = [] } = v.safeParse(schema, value);
      const faults = issues.map(({ expected, received, message, path }) => ({
        reason: expected ?? message,
        received,
        at: path?.map(({ key }) => key),
      }));
      return { success, output: success && output, faults };
    });
  });
  assert.deepEqual(other, one);
  assert.ok(one.filter(({ success }) => !success).length > 60);
});

test('elements use no more of Lit’s properties than what is left of it', () => {
  const ours = ['src/ui', 'components'].flatMap((folder) => filesBelow(folder, '.ts'));
  const decorated = ours.flatMap((file) => {
    const code = readFileSync(file, 'utf8');
    assert.doesNotMatch(code, /static (?:override )?(?:properties|shadowRootOptions)\b/u, file);
    assert.doesNotMatch(code, /\.(?:addInitializer|removeController)\(/u, file);
    return [...code.matchAll(/@(?:property|state)\(\{?([^)]*?)\}?\)/gu)].map(([, options]) => options.trim());
  });
  assert.ok(decorated.length > 100, `saw only ${String(decorated.length)} properties`);
  const left = /^(?:(?:type: (?:Boolean|Number)|attribute: (?:false|'[a-z-]+')),?\s*)*$/u;
  assert.deepEqual(
    decorated.filter((options) => !left.test(options)),
    [],
  );
});
