import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import type { FormSteps } from '../../components/form-steps/form-steps.js';
import {
  button,
  control,
  emptyBrowser,
  goTo,
  openSteps,
  press,
  root,
  stepOf,
  textOf,
  tick,
  type,
  until,
} from '../support/harness/form-steps.js';

/** The middle of a thing, on the screen. */
function middleOf(thing: Element): [number, number] {
  const { left, top, width, height } = thing.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
}

/** Presses as a hand does: down, a while, up, wherever the thing may have gone meanwhile. */
async function hold(thing: Element, meanwhile: () => Promise<void> | void): Promise<void> {
  thing.scrollIntoView({ block: 'center' });
  await sendMouse({ type: 'move', position: middleOf(thing) });
  await sendMouse({ type: 'down' });
  await meanwhile();
  await sendMouse({ type: 'up' });
}

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Long enough for anything that would be rendered to be on the screen. */
async function frames(): Promise<void> {
  for (let times = 0; times < 3; times += 1) await frame();
}

/** At the first question, with something typed in it and not left yet. */
async function typing(label: string, text: string): Promise<FormSteps> {
  const element = await openSteps();
  await goTo(element, 'Trẻ');
  if (label !== 'Họ tên trẻ') await type(element, 'Họ tên trẻ', 'Lê Thị Mẫu');
  control(element, label).focus();
  await sendKeys({ type: text });
  await until(() => textOf(element, '.state').includes('Đã lưu'), 'it is kept: nothing else moves any more');
  return element;
}

describe('a press on <dvc-form-steps>', () => {
  beforeEach(async () => {
    await emptyBrowser();
    // Where the window's size is not ours to say, it is as large as it is.
    await setViewport({ width: 800, height: 900 }).catch(() => undefined);
  });
  afterEach(() => resetMouse());

  it('that leaves a field of which something is to be said goes on all the same', async () => {
    const element = await typing('Ngày sinh của trẻ', '01/01/2030');
    const next = button(element, 'Tiếp tục');
    next.scrollIntoView({ block: 'center' });
    const before = middleOf(next);
    await hold(next, async () => {
      await frames();
      expect(root(element).activeElement?.textContent.trim()).to.equal('Tiếp tục');
      expect(middleOf(next)).to.deep.equal(before);
    });
    await until(() => stepOf(element) === 'Người liên quan', 'the next step comes');
  });

  it('that ends elsewhere goes nowhere, and what was held back is said', async () => {
    const element = await typing('Ngày sinh của trẻ', '31/02/2026');
    await hold(button(element, 'Tiếp tục'), async () => {
      await frames();
      expect(textOf(element)).not.to.contain('Lịch không có ngày này');
      await sendMouse({ type: 'move', position: [5, 5] });
    });
    await until(() => textOf(element).includes('Lịch không có ngày này'), 'it is said');
    expect(stepOf(element)).to.equal('Trẻ');
  });

  it('that a scroll, a menu or a key takes over holds nothing back', async () => {
    for (const end of ['pointercancel', 'contextmenu', 'dragstart', 'keydown']) {
      const element = await typing('Ngày sinh của trẻ', '31/02/2026');
      const box = control(element, 'Ngày sinh của trẻ');
      window.dispatchEvent(new PointerEvent('pointerdown', { button: 0, buttons: 1 }));
      box.blur();
      await frames();
      expect(textOf(element), end).not.to.contain('Lịch không có ngày này');
      window.dispatchEvent(new Event(end));
      await until(() => textOf(element).includes('Lịch không có ngày này'), `it is said after ${end}`);
      element.remove();
      await emptyBrowser();
    }
  });

  it('with a finger goes on, too: the field is only left after the finger', async () => {
    const element = await typing('Ngày sinh của trẻ', '31/02/2026');
    const box = control(element, 'Ngày sinh của trẻ');
    const told = () => textOf(element).includes('Lịch không có ngày này');
    for (const down of ['pointerdown', 'pointerup', 'mousedown'])
      window.dispatchEvent(new PointerEvent(down, { button: 0, pointerType: 'touch' }));
    box.blur();
    // All in one turn, as browsers tell it.
    await Promise.resolve();
    expect(told()).to.equal(false);
    window.dispatchEvent(new MouseEvent('click'));
    await until(told, 'it is said');
  });

  it('of which the end was never told is over once the hand moves without it', async () => {
    const element = await typing('Ngày sinh của trẻ', '31/02/2026');
    window.dispatchEvent(new PointerEvent('pointerdown', { button: 0, buttons: 1 }));
    control(element, 'Ngày sinh của trẻ').blur();
    await frames();
    window.dispatchEvent(new PointerEvent('pointermove', { buttons: 0 }));
    await until(() => textOf(element).includes('Lịch không có ngày này'), 'it is said');
  });

  it('by key is held back by nothing', async () => {
    const element = await typing('Ngày sinh của trẻ', '01/01/2030');
    button(element, 'Tiếp tục').focus();
    await sendKeys({ press: 'Enter' });
    await until(() => stepOf(element) === 'Người liên quan', 'the next step comes');
    await press(element, 'Quay lại');
    await tick(element, 'Có');
    expect(textOf(element)).to.contain('Nước nào');
  });
});
