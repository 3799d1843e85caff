import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { readJson, readText, root } from '../../scripts/files.mjs';
import { importSource } from '../../scripts/import-source.mjs';
import { gatewayFixture } from '../support/gateway-process.mjs';

/* What integrators are told, against what is so. */

const guide = readText('docs/receiving-contract.md');
const fixture = await gatewayFixture();
let gateway;
const finished = join(fixture.folder, 'finished.json');
const asked = join(fixture.folder, 'asked.json');
before(async () => {
  writeFileSync(finished, JSON.stringify(await fixture.finish()));
  writeFileSync(asked, JSON.stringify(await fixture.askForMore()));
  gateway = await fixture.start(['--forms', join(root, 'examples/commune/data/forms')]);
});
after(async () => {
  await gateway.end('SIGTERM');
  fixture.remove();
});

/** Runs commands as they stand in the guide, in one shell, as somebody would who follows it. */
function runShell(script) {
  const child = spawn('bash', ['-euo', 'pipefail', '-c', script], {
    cwd: root,
    // Given a socket to read from, bash takes itself for a remote one and reads the settings of whoever is logged in.
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, GATEWAY: gateway.url, TMPDIR: fixture.folder },
  });
  let out = '';
  child.stdout.on('data', (chunk) => (out += chunk));
  child.stderr.on('data', (chunk) => (out += chunk));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out })));
}

/** `…` stands for what differs each time. */
const pattern = (text) =>
  new RegExp(
    `^${text
      .split('…')
      .map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'))
      .join('[^\\n]*')}$`,
    'u',
  );

test('the commands of the guide print what stands below them', async () => {
  const steps = [...guide.matchAll(/```sh\n([^`]+)```\n\n```text\n([^`]+)```/gu)];
  assert.ok(steps.length >= 9, String(steps.length));
  assert.equal(steps.length, guide.match(/```sh/gu).length);
  const mark = '=== next ===';
  const { code, out } = await runShell(steps.map(([, commands]) => commands).join(`echo '${mark}'\n`));
  const printed = out.split(`${mark}\n`);
  for (const [at, [, commands, wanted]] of steps.entries())
    assert.match((printed[at] ?? '').trim(), pattern(wanted.trim()), commands);
  assert.equal(code, 0, out);
});

test('the table of problems has every code with its status, and whether to try again', async () => {
  const { RECEIVING_PROBLEMS, isRetryable } = await importSource('src/gateway/contract.ts');
  const rows = [...guide.matchAll(/^\| `([a-z-]+)` +\| (\d{3}) +\| +(yes)? *\|/gmu)];
  assert.deepEqual(
    rows.map(([, code, status, retry]) => [code, Number(status), retry === 'yes']),
    Object.entries(RECEIVING_PROBLEMS).map(([code, status]) => [code, status, isRetryable(code)]),
  );
});

test('the sample submissions try a system in full', async () => {
  const words = ['submission', 'free-submission', 'general-submission'].map(
    (name) => `examples/gateway/sample/${name}.json`,
  );
  const command = readJson('package.json').bin['dvc-widgets'];
  const { code, out } = await runShell(
    `node ${command} contract "$GATEWAY" --submission ${words[0]} --free ${words[1]} --general ${words[2]} --finished ${finished} --asked ${asked}`,
  );
  assert.equal(code, 0, out);
  assert.match(out, /, 0 broken, 0 not tried/u);
});

test('the guide to the gateway names every command and option that there is', async () => {
  const readme = readText('examples/gateway/README.md');
  const source = readText('examples/gateway/src/commands.ts');
  const commands = [...source.matchAll(/^ {4}case '([a-z-]+)'/gmu)].map(([, name]) => name);
  const options = [...source.matchAll(/^ {4}'?([a-z-]+)'?: \{ type: /gmu)].map(([, name]) => name);
  assert.ok(commands.length >= 5 && options.length >= 8, `${commands} ${options}`);
  for (const name of commands) assert.ok(readme.includes(`\`${name}`), name);
  for (const name of options) assert.ok(readme.includes(`--${name}`), name);
});
