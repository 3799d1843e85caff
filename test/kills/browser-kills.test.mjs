import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { ensureChromium, findFirefox } from '../../scripts/browsers.mjs';
import { serveSite } from '../../scripts/start.mjs';
import { startChromium, startFirefox } from '../support/killable-browsers.mjs';

/*
 * Somebody types into the built sample page, and the whole browser is killed, at moments drawn by a seed; then it is
 * started again on the same profile. Everything that the page had taken 300 ms before the kill must be there, and
 * nothing else.
 */

const KILLS = Number(process.env.DVC_BROWSER_KILLS ?? 10);
const CONTROL_KILLS = 4;
const SEED = Number(process.env.DVC_SEED ?? 20261125);
/** What the page promises, in milliseconds. */
const MOST_LOST = 300;
/** Longest time of typing before a kill, in milliseconds. */
const LATEST_KILL = 2500;

const BROWSERS = [['Chromium', (profile) => startChromium(ensureChromium(), profile)]];
if (process.env.DVC_ALL_ENGINES || process.env.CI === 'true')
  BROWSERS.push(['Firefox', (profile) => startFirefox(findFirefox(), profile)]);

/** Mulberry32: the same seed, the same moments. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
const pick = (random, all) => all[Math.floor(random() * all.length)];
const LETTERS = [...'abcdefghijklmnopqrstuvwxyz0123456789'];

/* What is asked of a page. Runs there, so it knows nothing of this file. */

/** Fields that can be typed in, by their ids; `start` on a page that nobody has begun. */
const lookAt = () => {
  const root = document.querySelector('dvc-form-steps')?.shadowRoot ?? document;
  const ids = [...root.querySelectorAll('input[type=text], textarea')].map(({ id }) => id);
  if (ids.length > 0) return ids;
  return root.querySelector('.actions .primary') ? 'start' : undefined;
};
const isThere = (id) =>
  (document.querySelector('dvc-form-steps')?.shadowRoot ?? document).querySelector(`#${id}`) !== null;
const textOf = (id) =>
  (document.querySelector('dvc-form-steps')?.shadowRoot ?? document).querySelector(`#${id}`)?.value;
const goTo = (id) => {
  const field = (document.querySelector('dvc-form-steps')?.shadowRoot ?? document).querySelector(`#${id}`);
  field.focus();
  field.setSelectionRange(field.value.length, field.value.length);
};
const enter = ([id, text]) => {
  const field = (document.querySelector('dvc-form-steps')?.shadowRoot ?? document).querySelector(`#${id}`);
  field.value = text;
  field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
};
const choose = (id) => document.querySelector('dvc-form-steps').shadowRoot.querySelector(`#${id}`).click();
const goOn = () =>
  document.querySelector('dvc-form-steps').shadowRoot.querySelector('.actions .primary').click();

/** Typed until the browser is killed, from when it is ready; gives all of it, and when the page had taken each letter. */
async function typeUntilKilled(browser, id, before, random) {
  await browser.evaluate(goTo, id);
  const taken = [];
  let typed = before;
  let killed;
  let killing;
  const timer = setTimeout(() => {
    killed = Date.now();
    killing = browser.kill();
  }, random() * LATEST_KILL);
  try {
    while (killed === undefined) {
      typed += pick(random, LETTERS);
      await browser.press(typed.at(-1));
      // Taken down only once the page had it, so later than the person pressed it.
      if (killed === undefined) taken.push({ typed, at: Date.now() });
      // A person types no faster.
      await new Promise((resolve) => setTimeout(resolve, 20 + random() * 80));
    }
  } catch (error) {
    if (killed === undefined) throw error;
  } finally {
    clearTimeout(timer);
  }
  await killing;
  return { typed, taken, killed };
}

/**
 * Kills a browser again and again while somebody types, and looks at what is there afterwards.
 * @param places pages to type into; `prepare` brings a page to where it can be typed into
 * @returns how many letters there were, how long before its kill each lost one was typed at most, and what was lost or
 *   altered although it had been typed earlier than is promised
 */
async function killAgainAndAgain(start, kills, places, seed) {
  const random = randomFrom(seed);
  const profile = mkdtempSync(join(tmpdir(), 'dvc-browser-kills-'));
  /** Of each field that was typed into: what must be there, and all that was typed. */
  const known = new Map();
  const faults = [];
  let letters = 0;
  let longest = 0;
  let browser = await start(profile);
  const open = async ({ url }) => {
    await browser.goto(url);
    await browser.waitFor(lookAt);
  };
  const lookAgain = async ({ url }, what) => {
    const fields = (await browser.evaluate(lookAt)) === 'start' ? [] : await browser.evaluate(lookAt);
    for (const [place, { sure, typed, taken, killed }] of known) {
      if (!place.startsWith(`${url} `)) continue;
      const id = place.slice(url.length + 1);
      const text = fields.includes(id) ? await browser.evaluate(textOf, id) : '';
      if (!text.startsWith(sure))
        faults.push(`${what}: “${sure}” was typed into ${place}, “${text}” is there`);
      else if (!typed.startsWith(text))
        faults.push(`${what}: “${typed}” was typed into ${place}, “${text}” is there`);
      const lost = taken?.find((one) => one.typed.length > text.length);
      if (lost) longest = Math.max(longest, killed - lost.at);
      known.set(place, { sure: text, typed: text });
    }
  };
  try {
    for (const place of places) {
      await open(place);
      await place.prepare?.(browser);
    }
    let here = places.at(-1);
    for (let at = 0; at < kills; at += 1) {
      const what = `seed ${seed}, kill ${at}`;
      const place = pick(random, places);
      if (place !== here) {
        await open(place);
        await lookAgain(place, what);
      }
      const id = pick(random, await browser.evaluate(lookAt));
      const before = await browser.evaluate(textOf, id);
      const { typed, taken, killed } = await typeUntilKilled(browser, id, before, random);
      letters += taken.length;
      const sure = taken.filter((one) => one.at <= killed - MOST_LOST).at(-1)?.typed ?? before;
      known.set(`${place.url} ${id}`, { sure, typed, taken, killed });
      browser = await start(profile);
      await open(place);
      await lookAgain(place, what);
      here = place;
    }
    for (const place of places) {
      await open(place);
      await lookAgain(place, `seed ${seed}, at the end`);
    }
  } finally {
    await browser.kill();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
  return { letters, longest, faults };
}

/** Presses on until there is something to type into. */
const begin = async (browser) => {
  if ((await browser.evaluate(lookAt)) === 'start') await browser.evaluate(goOn);
  await browser.waitFor(() => {
    const root = document.querySelector('dvc-form-steps').shadowRoot;
    return root.querySelector('input[type=text], textarea') !== null;
  });
};
const OWNER = [
  ['f-owner-name', 'Nguyễn Thị Mẫu'],
  ['f-owner-birth', '05/03/1990'],
  ['f-owner-number', '000190000001'],
  ['f-home', 'Thôn Mẫu, Xã Mẫu'],
  ['f-phone', '0900000000'],
];

let site;
before(async () => {
  site = await serveSite(0);
});
after(() => site.close());

for (const [name, start] of BROWSERS) {
  test(`${KILLS} kills of ${name} in the middle of typing lose no more than the last ${MOST_LOST} ms (seed ${SEED})`, async (t) => {
    const page = `${site.url}/nop-ho-so.html`;
    const places = [
      { url: `${page}?ma=1.001193`, prepare: begin },
      {
        // The second step of a form: the place in it outlives a kill as well.
        url: `${page}?ma=1.001612`,
        prepare: async (browser) => {
          await begin(browser);
          for (const answer of OWNER) await browser.evaluate(enter, answer);
          await browser.evaluate(choose, 'f-owner-sex');
          await browser.evaluate(goOn);
          await browser.waitFor(isThere, 'f-name');
        },
      },
    ];
    const { letters, longest, faults } = await killAgainAndAgain(start, KILLS, places, SEED);
    t.diagnostic(`${letters} letters; the longest time that a kill took away: ${longest} ms`);
    assert.deepEqual(faults, []);
    // Kills that all came before the first letter would prove nothing.
    assert.ok(letters > KILLS * 3, `only ${letters} letters were typed`);
  });

  test(`the same kills find out that ${name} loses what a page keeps in localStorage`, async () => {
    const markup = `<!doctype html><meta charset="utf-8"><title>control</title><textarea id="f"></textarea><script>
      const field = document.querySelector('textarea');
      field.value = localStorage.getItem('f') ?? '';
      field.oninput = () => localStorage.setItem('f', field.value);
    </script>`;
    const server = createServer((request, response) =>
      response.writeHead(200, { 'content-type': 'text/html' }).end(markup),
    );
    await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
    try {
      const places = [{ url: `http://127.0.0.1:${server.address().port}/` }];
      const { faults } = await killAgainAndAgain(start, CONTROL_KILLS, places, SEED);
      assert.ok(faults.length > 0, 'nothing was lost');
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
}
