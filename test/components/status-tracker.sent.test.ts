import { expect, fixture, nextFrame } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import type { PartName } from '../../src/forms/asked-schema.js';
import { aTracker, askFor, pressOn, rootOf, says, textIn, typeInto } from '../support/drive-tracker.js';
import { until } from '../support/fake-timers.js';
import { emptyBrowser } from '../support/storage.js';
import { aTrackedDossier, type TrackedSystem } from '../support/tracked.js';

/* Where somebody is, with a keyboard and on a small screen, once they pressed the button that sends. */

const FIELDS: readonly PartName[] = ['child', 'born', 'sex', 'abroad', 'asker.name', 'asker.number'].map(
  (name) => ({
    kind: 'field',
    name,
  }),
);

async function shown(system: TrackedSystem): Promise<StatusTracker> {
  const element = await fixture<StatusTracker>(aTracker(system));
  await askFor(element, system);
  return element;
}

/**
 * Presses as a keyboard does: what is pressed has the focus, and the page has gone to it. Firefox goes there only with
 * the next frame, and would leave what got the focus meanwhile.
 */
async function press(element: StatusTracker, selector: string): Promise<void> {
  await until(() => rootOf(element).querySelector(selector) !== null, selector);
  const button = rootOf(element).querySelector<HTMLElement>(selector)!;
  button.focus();
  await nextFrame();
  await nextFrame();
  button.click();
}

const held = (element: StatusTracker) => rootOf(element).activeElement;

/** Waits until the focus is on these words of the panel, and they are in view. */
async function isBroughtTo(element: StatusTracker, words: string): Promise<void> {
  const said = () => held(element)?.textContent ?? '';
  await until(() => said().includes(words), `“${words}” with the focus; it is on “${said()}”`);
  expect(held(element)!.closest('.panel')).not.to.equal(null);
  await until(() => {
    const { top, bottom } = held(element)!.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  }, `“${words}” in view`);
}

/** The whole of six fields, each with something in it. */
async function fillIn(element: StatusTracker): Promise<void> {
  await pressOn(element, 'Bổ sung ngay');
  await until(() => rootOf(element).querySelector('#supplement-note') !== null, 'the panel');
  typeInto(element, 'f-child', 'Lê Thị Mới');
  typeInto(element, 'f-born', '06/03/2026');
  typeInto(element, 'f-asker-name', 'Lê Văn Mới');
  typeInto(element, 'f-asker-number', '000190000001');
  for (const id of ['f-sex', 'f-abroad']) rootOf(element).querySelector<HTMLElement>(`#${id}`)!.click();
  await element.updateComplete;
}

async function asked(): Promise<readonly [TrackedSystem, StatusTracker]> {
  const system = await aTrackedDossier();
  await system.move('2026-11-09T10:00', 'ask-supplement', 'Sai nhiều mục', undefined, FIELDS);
  const element = await shown(system);
  await fillIn(element);
  return [system, element];
}

const SEND = '.panel .actions .button.primary';

describe('dvc-status-tracker, after something was sent', () => {
  beforeEach(async () => {
    await emptyBrowser();
    // Where the window's size is not ours to say, it is as large as it is.
    await setViewport({ width: 360, height: 740 }).catch(() => undefined);
  });
  after(() => setViewport({ width: 800, height: 600 }).catch(() => undefined));

  it('brings who answered six fields to the words that the office has it', async () => {
    const [, element] = await asked();
    await press(element, SEND);
    await isBroughtTo(element, 'Nơi tiếp nhận đã nhận bổ sung');
    await expect(element).to.be.accessible();
  });

  for (const [what, status, code, words] of [
    ['it was refused', 422, 'parts-missing', 'Không làm được'],
    ['the office is still at it', 409, 'in-progress', 'Nơi tiếp nhận đã có yêu cầu này và đang làm'],
  ] as const)
    it(`brings them to the words that ${what}`, async () => {
      const [system, element] = await asked();
      system.line = (request, go) =>
        request.url.endsWith('/acts')
          ? Promise.resolve(
              new Response(JSON.stringify({ code, retryable: status === 409 }), {
                status,
                headers: { 'dvc-contract': '1' },
              }),
            )
          : go(request);
      await press(element, SEND);
      await isBroughtTo(element, words);
    });

  it('brings who withdrew it to the words that it is noted', async () => {
    const element = await shown(await aTrackedDossier());
    await pressOn(element, 'Rút hồ sơ');
    await press(element, '.button.danger');
    await isBroughtTo(element, 'Nơi tiếp nhận đã ghi việc rút hồ sơ');
  });

  it('brings who chose another way to the words that it is noted', async () => {
    const element = await shown(await aTrackedDossier());
    await pressOn(element, 'Cách nhận kết quả');
    await pressOn(element, 'Nhận bản điện tử trên mạng');
    await press(element, SEND);
    await isBroughtTo(element, 'Nơi tiếp nhận đã ghi cách nhận mới');
  });

  it('brings who rated it to the thanks', async () => {
    const system = await aTrackedDossier();
    await system.move('2026-11-09T10:00', 'withdraw');
    const element = await shown(system);
    await pressOn(element, 'Đánh giá việc phục vụ');
    await press(element, '[name="stars"]');
    await element.updateComplete;
    await press(element, SEND);
    await isBroughtTo(element, 'Cảm ơn bạn');
  });

  it('leaves who went elsewhere on the page where they are, and says it', async () => {
    const [system, element] = await asked();
    const elsewhere = document.createElement('button');
    element.before(elsewhere);
    let letGo = (): void => undefined;
    const wait = new Promise<void>((resolve) => (letGo = resolve));
    system.line = async (request, go) => {
      if (request.url.endsWith('/acts')) await wait;
      return go(request);
    };
    await press(element, SEND);
    await says(element, 'Đang gửi…');
    elsewhere.focus();
    letGo();
    await until(() => textIn(element, '[role="status"]').includes('đã nhận bổ sung'), 'the words');
    expect(document.activeElement).to.equal(elsewhere);
    elsewhere.remove();
  });

  it('brings who left a delivery unfinished to the first of what is missing', async () => {
    const element = await shown(await aTrackedDossier());
    await pressOn(element, 'Cách nhận kết quả');
    await press(element, SEND);
    await until(() => held(element)?.id === 'f--delivery-way', 'the ways');
    await pressOn(element, /bưu (?:điện|chính)/u);
    await press(element, SEND);
    await until(() => held(element)?.id === 'f--delivery-name', 'the first box');
    expect(held(element)?.getAttribute('aria-invalid')).to.equal('true');
    typeInto(element, 'f--delivery-name', 'Lê Thị Mẫu');
    await press(element, SEND);
    await until(() => held(element)?.id === 'f--delivery-phone', 'the next of them');
  });
});
