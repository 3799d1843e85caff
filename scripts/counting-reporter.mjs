import { writeFileSync } from 'node:fs';

/** What the library tells a webmaster begins so; tests bring it about on purpose. */
const OURS = '[dvc-widgets]';

function* testsOf(suite, path = []) {
  for (const test of suite.tests) yield { ...test, name: [...path, test.name].join(' › ') };
  for (const inner of suite.suites) yield* testsOf(inner, [...path, inner.name]);
}

/**
 * Counts tests by browser, and tells every fault: a failed test, and what must fail a run although no test did: a
 * browser or a file that ran nothing, a skipped test, a word in the console that is not the library's own.
 * @param {string[]} browserNames every browser that should have run
 * @param {import('@web/test-runner').TestSession[]} sessions one for each file in each browser
 */
export function countSessions(browserNames, sessions) {
  const browsers = Object.fromEntries(browserNames.map((name) => [name, { passed: 0, failed: 0 }]));
  const faults = [];
  for (const { browser, testFile, testResults, passed, errors, logs } of sessions) {
    const counts = browsers[browser.name];
    const fault = (text) => {
      counts.failed += 1;
      faults.push(`${browser.name}, ${testFile}: ${text}`);
    };
    const tests = testResults ? [...testsOf(testResults)] : [];
    for (const test of tests) {
      if (test.skipped) fault(`“${test.name}” was skipped`);
      else if (test.passed) counts.passed += 1;
      else fault(`“${test.name}” failed: ${test.error?.message ?? ''}`);
    }
    if (tests.length === 0) fault('no test ran');
    if (errors.length > 0) fault(errors.map(({ message }) => message).join('; '));
    else if (!passed && tests.length > 0 && tests.every((test) => test.passed || test.skipped))
      fault('failed outside its tests');
    for (const [first, ...more] of logs) {
      if (!String(first).startsWith(OURS)) fault(`in the console: ${[first, ...more].join(' ')}`);
    }
  }
  for (const [name, counts] of Object.entries(browsers)) {
    if (counts.passed + counts.failed > 0) continue;
    counts.failed += 1;
    faults.push(`${name} ran no test`);
  }
  return { browsers, faults };
}

/** Writes the counts to a file, for the one line at the end of a whole run. */
export function countingReporter(file) {
  let names = [];
  return {
    start({ browserNames }) {
      names = browserNames;
    },
    onTestRunFinished({ sessions }) {
      writeFileSync(file, JSON.stringify(countSessions(names, sessions)));
    },
  };
}
