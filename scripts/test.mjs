/*
 * Every test, counted. `npm test` uses Chromium; `CI=true npm test` or `npm test -- --all-engines` adds Firefox and
 * WebKitGTK, and nginx of the system's packages. `npm test -- --only unit,stories` runs some stages while developing.
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
if (allEngines) {
  ensureAllEngines();
  // For tests that start browsers by themselves.
  process.env.DVC_ALL_ENGINES = '1';
}

/** Everything that failed, told again at the end, where a long run is read first. */
const faults = [];
function fault(text) {
  console.error(`✗ ${text}`);
  faults.push(text);
}

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
    if (code !== 0) fault(`check ${name}`);
  }
  return counts;
}

/** Tests that may keep something in the browser: WebKitGTK, whose storage stops answering in long sessions, starts anew. */
const KEEPS = /^test\/(?:components|csp|ui)\//u;

/** Runs the test runner once; adds what it reports to the counts. */
async function unitIn(env, counts) {
  const report = join(root, 'node_modules/.cache-dvc-unit.json');
  rmSync(report, { force: true });
  const code = await run(process.execPath, ['node_modules/@web/test-runner/dist/bin.js'], {
    DVC_TEST_REPORT: report,
    ...env,
  });
  // No report means that the runner itself fell over: that is a failure, not zero tests.
  if (!existsSync(report)) {
    fault('the test runner gave no report');
    counts.failed += 1;
    return;
  }
  const { browsers, faults: found } = JSON.parse(readFileSync(report, 'utf8'));
  for (const text of found) fault(text);
  console.table(browsers);
  const sum = (outcome) => Object.values(browsers).reduce((total, one) => total + one[outcome], 0);
  counts.passed += sum('passed');
  counts.failed += code !== 0 && sum('failed') === 0 ? 1 : sum('failed');
}

/** Elements and domain, straight on the sources, in real browsers. */
async function unit() {
  const counts = { passed: 0, failed: 0 };
  await unitIn({ DVC_ENGINES: allEngines ? 'chromium firefox' : 'chromium' }, counts);
  if (!allEngines) return counts;
  const { startWebKit } = await import('./webkit.mjs');
  const files = filesBelow('test', '.test.ts');
  const keeping = files.filter((file) => KEEPS.test(file));
  const others = files.filter((file) => !KEEPS.test(file));
  for (const together of [others, ...keeping.map((file) => [file])]) {
    const webkit = await startWebKit();
    await unitIn({ DVC_ENGINES: 'webkit', DVC_TEST_FILES: together.join(' '), ...webkit.env }, counts);
    webkit.stop();
  }
  return counts;
}

/** Tests in plain Node, counted from the runner's own events. */
async function node(files) {
  const { run: runTests } = await import('node:test');
  const { spec } = await import('node:test/reporters');
  const counts = { passed: 0, failed: 0 };
  const stream = runTests({ files: files.map((file) => join(root, file)), concurrency: 1 });
  const count = ({ name, details, skip, todo }, outcome) => {
    if (details.type === 'suite') return;
    // A file without tests comes as one passed test with the file's own name.
    const isEmpty = files.some((file) => name.endsWith(file));
    const isLeftOut = [skip, todo].some((mark) => mark !== undefined && mark !== false);
    if (isEmpty) fault(`${name} ran no test`);
    if (isLeftOut) fault(`“${name}” was skipped`);
    if (outcome === 'failed') fault(`“${name}” failed: ${details.error?.cause?.message ?? ''}`);
    counts[isEmpty || isLeftOut ? 'failed' : outcome] += 1;
  };
  stream.on('test:pass', (event) => count(event, 'passed'));
  stream.on('test:fail', (event) => count(event, 'failed'));
  for await (const text of stream.compose(new spec())) process.stdout.write(text);
  return counts;
}

const buildGateway = async () => (await (await import('./gateway.mjs')).buildGateway()) !== undefined;
const build = () =>
  spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: root, stdio: 'inherit' }).status === 0;
const buildStorybook = () =>
  spawnSync(process.execPath, ['scripts/build-storybook.mjs'], { cwd: root, stdio: 'inherit' }).status === 0;

const STAGES = {
  check,
  unit,
  node: () => node(filesBelow('test/node', '.test.mjs')),
  stories: async () => (await import('./test-stories.mjs')).testStories(fault),
  e2e: () => node(filesBelow('test/e2e', '.e2e.mjs')),
  kills: () => node(filesBelow('test/kills', '.test.mjs')),
  nginx: () => node(filesBelow('test/nginx', '.test.mjs')),
};
/** Stages that need a system with packages as Debian's, as other engines do; `npm run test:nginx` runs it by itself. */
const WITH_ALL_ENGINES = ['nginx'];
/** What must be built before a stage. */
const NEEDS = {
  check: [build, buildGateway],
  unit: [build],
  node: [build, buildGateway],
  stories: [buildStorybook],
  e2e: [build, buildStorybook],
  kills: [build, buildGateway],
  nginx: [build],
};

const wanted =
  values.only?.split(',') ??
  Object.keys(STAGES).filter((name) => allEngines || !WITH_ALL_ENGINES.includes(name));
const unknown = wanted.filter((name) => !(name in STAGES));
if (unknown.length > 0) {
  console.error(`There is no stage ${unknown.join(', ')}. Stages: ${Object.keys(STAGES).join(', ')}`);
  process.exit(1);
}

const built = new Map();
let passed = 0;
let failed = 0;
for (const name of wanted) {
  console.log(`\n== ${name} ==`);
  const begun = performance.now();
  let counts = { passed: 0, failed: 0 };
  try {
    let ready = true;
    for (const step of NEEDS[name]) {
      if (!built.has(step)) built.set(step, await step());
      ready &&= built.get(step);
    }
    if (ready) counts = await STAGES[name]();
    else fault(`${name}: what it needs could not be built`);
  } catch (error) {
    // One stage that falls over must not keep the others from telling what they find.
    console.error(error);
    fault(`${name}: ${String(error)}`);
    counts.failed += 1;
  }
  // A stage that ran nothing looked in the wrong place.
  if (counts.passed + counts.failed === 0) counts.failed = 1;
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`);
  passed += counts.passed;
  failed += counts.failed;
}
if (faults.length > 0) console.error(`\nWhat failed:\n✗ ${faults.join('\n✗ ')}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
