/*
 * Every test, counted. `npm test` uses Chromium; `CI=true npm test` or `npm test -- --all-engines` adds Firefox and
 * WebKitGTK. `npm test -- --only unit,stories` runs some stages while developing.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { ensureInstalled } from './setup.mjs';

ensureInstalled();

// Only now are the packages there that these need.
const { ensureAllEngines, ensureChromium } = await import('./browsers.mjs');
const { filesBelow, root } = await import('./files.mjs');

const { values } = parseArgs({ options: { only: { type: 'string' }, 'all-engines': { type: 'boolean' } } });
const allEngines = values['all-engines'] ?? process.env.CI === 'true';
const environment = { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' };

ensureChromium();
if (allEngines) ensureAllEngines();

/** Runs a command to its end; gives its exit code. */
function run(command, words, env = {}) {
  return new Promise((resolve) => {
    spawn(command, words, { cwd: root, stdio: 'inherit', env: { ...environment, ...env } }).on(
      'close',
      resolve,
    );
  });
}

/** Each static check counts as one test. */
async function check() {
  const { checks } = await import('./check.mjs');
  const counts = { passed: 0, failed: 0 };
  for (const [name, words] of checks) {
    const code = await run(process.execPath, words);
    counts[code === 0 ? 'passed' : 'failed'] += 1;
    if (code !== 0) console.error(`✗ check ${name}`);
  }
  return counts;
}

/** Elements and domain, straight on the sources, in real browsers. */
async function unit() {
  const report = join(root, 'node_modules/.cache-dvc-unit.json');
  rmSync(report, { force: true });
  const webkit = allEngines ? await (await import('./webkit.mjs')).startWebKit() : undefined;
  await run(process.execPath, ['node_modules/@web/test-runner/dist/bin.js'], {
    DVC_TEST_REPORT: report,
    ...(webkit && { DVC_ALL_ENGINES: '1', ...webkit.env }),
  });
  webkit?.stop();
  // No report means that the runner itself fell over: that is a failure, not zero tests.
  return existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { passed: 0, failed: 1 };
}

/** Tests in plain Node, counted from the runner's own events. */
async function node(files) {
  const { run: runTests } = await import('node:test');
  const { spec } = await import('node:test/reporters');
  const counts = { passed: 0, failed: 0 };
  const stream = runTests({ files: files.map((file) => join(root, file)), concurrency: 1 });
  const isTest = ({ details }) => details?.type !== 'suite';
  stream.on('test:pass', (event) => isTest(event) && event.nesting >= 0 && (counts.passed += 1));
  stream.on('test:fail', (event) => isTest(event) && (counts.failed += 1));
  const printed = stream.compose(new spec());
  for await (const text of printed) process.stdout.write(text);
  return counts;
}

const build = () =>
  spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' }).status === 0;
const buildStorybook = () =>
  spawnSync(process.execPath, ['scripts/build-storybook.mjs'], { cwd: root, stdio: 'inherit' }).status === 0;

const STAGES = {
  check,
  unit,
  node: () => node(filesBelow('test/node', '.test.mjs')),
  stories: async () => (await import('./test-stories.mjs')).testStories(),
  e2e: () => node(filesBelow('test/e2e', '.e2e.mjs')),
};
/** What must be built before a stage. */
const NEEDS = {
  check: [build],
  unit: [build],
  node: [build],
  stories: [buildStorybook],
  e2e: [build, buildStorybook],
};

const wanted = values.only?.split(',') ?? Object.keys(STAGES);
const built = new Map();
let passed = 0;
let failed = 0;
for (const name of wanted) {
  console.log(`\n== ${name} ==`);
  const ready = NEEDS[name].every((step) => {
    if (!built.has(step)) built.set(step, step());
    return built.get(step);
  });
  const counts = ready ? await STAGES[name]() : { passed: 0, failed: 1 };
  // A stage that ran nothing looked in the wrong place.
  if (counts.passed + counts.failed === 0) counts.failed = 1;
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed`);
  passed += counts.passed;
  failed += counts.failed;
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
