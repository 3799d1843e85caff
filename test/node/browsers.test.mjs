import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { test } from 'node:test';
import { root } from '../../scripts/files.mjs';

/*
 * A system with nothing but a package manager of which it is known what it has: like the real one, it refuses a whole
 * request where one of its names is unknown, and puts a program on PATH where it does not.
 */
const APT_GET = `#!/bin/sh
echo "$*" >> "$HERE/asked"
[ "$1" = install ] || exit 0
shift 3
for name in "$@"; do case " $HAS " in *" $name "*) ;; *) exit 100 ;; esac; done
for name in "$@"; do printf '#!/bin/sh\\n' > "$HERE/$name"; /bin/chmod +x "$HERE/$name"; done
`;

/** What `ensureChromium` comes to on a system that can install these packages, and what it asked for. */
function ensureOn(has) {
  const folder = mkdtempSync(join(tmpdir(), 'dvc-apt-'));
  try {
    writeFileSync(join(folder, 'apt-get'), APT_GET);
    chmodSync(join(folder, 'apt-get'), 0o755);
    const program = `
      process.getuid = () => 0;
      const { ensureChromium } = await import(${JSON.stringify(pathToFileURL(join(root, 'scripts/browsers.mjs')).href)});
      process.stdout.write('found ' + ensureChromium());`;
    const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { PATH: folder, HERE: folder, HAS: has.join(' ') },
      encoding: 'utf8',
    });
    const asked = readFileSync(join(folder, 'asked'), 'utf8');
    return { status, found: stdout.split('found ')[1]?.replace(folder, ''), asked };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const systems = {
  'where there is everything': [
    ['chromium-headless-shell', 'chromium', 'fonts-liberation', 'fonts-noto-core'],
    '/chromium-headless-shell',
  ],
  'where there is no headless shell': [['chromium', 'fonts-liberation', 'fonts-noto-core'], '/chromium'],
  'where there are no letters': [['chromium'], '/chromium'],
};
for (const [where, [has, found]] of Object.entries(systems)) {
  test(`a browser is installed ${where}`, () => {
    const ended = ensureOn(has);
    assert.equal(ended.found, found);
    assert.equal(ended.status, 0);
  });
}

test('where none can be installed, it is said', () => {
  const { status, found, asked } = ensureOn(['fonts-liberation']);
  assert.equal(status, 1);
  assert.equal(found, undefined);
  assert.match(asked, /^install .* chromium$/mu);
});
