import assert from 'node:assert/strict';
import { test } from 'node:test';
import { countSessions } from '../../scripts/counting-reporter.mjs';

const passing = { name: 'one', passed: true, skipped: false };
const session = (overrides = {}, tests = [passing]) => ({
  browser: { name: 'Chrome' },
  testFile: 'a.test.ts',
  passed: true,
  errors: [],
  logs: [],
  testResults: { name: '', tests: [], suites: [{ name: 'group', tests, suites: [] }] },
  ...overrides,
});
const count = (...sessions) => countSessions(['Chrome'], sessions);

test('tests in groups count by browser, and what the library tells webmasters is no fault', () => {
  const { browsers, faults } = countSessions(
    ['Chrome', 'Firefox'],
    [
      session({ logs: [['[dvc-widgets] a file is missing']] }, [passing, { ...passing, passed: false }]),
      session({ browser: { name: 'Firefox' } }),
    ],
  );
  assert.deepEqual(browsers, { Chrome: { passed: 1, failed: 1 }, Firefox: { passed: 1, failed: 0 } });
  assert.deepEqual(faults, ['Chrome, a.test.ts: “group › one” failed: ']);
});

const failures = {
  'a skipped test': [session({}, [passing, { ...passing, skipped: true, passed: false }]), /skipped/u],
  'a file without tests': [session({}, []), /no test ran/u],
  'a file that could not be loaded': [
    session({ passed: false, testResults: undefined, errors: [{ message: 'no such module' }] }),
    /no such module/u,
  ],
  'a hook that fails after the last test': [session({ passed: false }), /outside its tests/u],
  'a stray word in the console': [
    session({ logs: [['change-in-update', 'dvc-a']] }),
    /change-in-update dvc-a/u,
  ],
};
for (const [what, [failing, message]] of Object.entries(failures)) {
  test(`the run fails on ${what}`, () => {
    const { browsers, faults } = count(failing);
    assert.notEqual(browsers.Chrome.failed, 0);
    assert.match(faults.join('\n'), message);
  });
}

test('the run fails on a browser that never ran', () => {
  assert.deepEqual(count().browsers, { Chrome: { passed: 0, failed: 1 } });
});
