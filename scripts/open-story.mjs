import { readJson } from './files.mjs';

/** Events by which Storybook tells that a story is done, and how. */
const CHANNEL = `
  {
    const resolve = (outcome) => (window.__storyOutcome ??= outcome);
    const listen = () => {
      const channel = window.__STORYBOOK_ADDONS_CHANNEL__;
      if (!channel) return void setTimeout(listen, 10);
      channel.on('storyFinished', ({ status }) => resolve(status === 'error' ? 'finished with an error' : ''));
      for (const event of ['storyThrewException', 'storyErrored', 'playFunctionThrewException', 'storyMissing'])
        channel.on(event, (error) => resolve(event + ': ' + (error?.message ?? error?.title ?? '')));
    };
    listen();
  }`;

/** Ids of all stories of the built Storybook, in its order. */
export const storyIds = () =>
  Object.values(readJson('storybook-static/index.json').entries)
    .filter(({ type }) => type === 'story')
    .map(({ id }) => id);

/**
 * Opens a story and waits until it is done.
 * @param {import('playwright-core').Page} page a fresh one
 * @param {string} url where the built Storybook is served
 * @param {string} id of the story
 * @param {string} globals what the toolbar says, as Storybook writes it in addresses (`theme:dark`)
 * @returns {Promise<string>} what went wrong by Storybook, or an empty text
 */
export async function openStory(page, url, id, globals = '') {
  await page.addInitScript(CHANNEL);
  // Storybook's own look with axe is for people at work on a story.
  const said = ['a11y.manual:!true', globals].filter(Boolean).join(';');
  await page.goto(`${url}/iframe.html?id=${id}&viewMode=story&globals=${said}`);
  // Asked again and again with a limit: a story that never ends must not hold up the rest.
  await page.waitForFunction(() => window.__storyOutcome !== undefined, undefined, { timeout: 60_000 });
  return page.evaluate(() => window.__storyOutcome);
}
