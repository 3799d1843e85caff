import assert from 'node:assert/strict';
import { after, before } from 'node:test';
import { serveSite } from '../../scripts/start.mjs';
import { step, writeOnTag } from './marriage-form.mjs';
import { launchWatched } from './watched-browser.mjs';

/* Applications on the sample site, against the real gateway with its database, under the site's strict policy. */

const PHONE = { width: 360, height: 740 };
/** Confirmation of marital status: a real form of three steps. */
export const CODE = '1.004873';

/** Waits until what was typed and where the person is are in the draft: its words stand there from an earlier time. */
export const written = (page) => page.waitForFunction(() => window.writing === 0);

/** Serves the site for the tests of a file, and visits it. */
export function applicationSite() {
  let server;
  let browser;
  before(async () => {
    server = await serveSite(0);
    browser = await launchWatched();
  });
  after(async () => {
    await browser.close();
    await server.close();
  });

  /** A computer of its own, whose page must stay silent and at home. */
  async function visit({ code = CODE, language = 'vi', level, settings = {}, options = {} }, act) {
    const context = await browser.newContext({ viewport: PHONE, locale: 'vi-VN', ...options });
    const faults = [];
    context.on('page', (page) => {
      page.on('console', (message) => faults.push(`${message.type()}: ${message.text()}`));
      page.on('pageerror', (error) => faults.push(error.message));
      page.on('request', (request) => {
        if (!request.url().startsWith(server.url)) faults.push(`asked ${request.url()}`);
      });
    });
    context.setDefaultTimeout(20_000);
    const page = await context.newPage();
    await writeOnTag(page, { ...(level && { level }), ...settings });
    // All that a script of the page could hear of our events.
    await page.addInitScript(() => {
      window.told = [];
      const { dispatchEvent } = window.EventTarget.prototype;
      window.EventTarget.prototype.dispatchEvent = function (event) {
        if (event.type.startsWith('dvc-')) window.told.push(JSON.stringify({ type: event.type, ...event }));
        return dispatchEvent.call(this, event);
      };
      // What is on its way into a draft: encrypted first, then written.
      window.writing = 0;
      const { encrypt } = window.SubtleCrypto.prototype;
      window.SubtleCrypto.prototype.encrypt = function (...given) {
        window.writing += 1;
        return encrypt.apply(this, given);
      };
      const { put } = window.IDBObjectStore.prototype;
      window.IDBObjectStore.prototype.put = function (...given) {
        if (/^draft(?:s|-files)$/u.test(this.name))
          for (const end of ['complete', 'abort'])
            this.transaction.addEventListener(end, () => (window.writing -= 1));
        return put.apply(this, given);
      };
    });
    const path = language === 'en' ? '/en/nop-ho-so.html' : '/nop-ho-so.html';
    try {
      await page.goto(`${server.url}${path}?ma=${code}`);
      await step(page, language === 'en' ? 'Get ready' : 'Chuẩn bị');
      await act(page, context, faults);
    } finally {
      await context.close();
    }
    assert.deepEqual(faults, []);
  }

  return {
    visit,
    url: () => server.url,
    dossiers: () => server.dossiers(),
    /** What the gateway keeps of a dossier. */
    kept: (dossier) => JSON.parse(server.dossiers().find(({ code }) => code === dossier).content),
  };
}
