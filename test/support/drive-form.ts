import type { FormSteps } from '../../components/form-steps/form-steps.js';

/* How a person goes through an application: by labels, buttons and steps, never by what lies behind them. */

/** How long a slow machine may need, in milliseconds; what does not come within it never does. */
const PATIENCE_MS = 45_000;

/** Waits for something to be so. */
export async function until(holds: () => unknown, what: string): Promise<void> {
  const end = performance.now() + PATIENCE_MS;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`waited in vain until ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export const root = (element: FormSteps): ShadowRoot => {
  if (!element.shadowRoot) throw new Error('not rendered');
  return element.shadowRoot;
};

/** Until a step, or a refusal, is in view. */
export const ready = (element: FormSteps): Promise<void> =>
  until(
    () => element.shadowRoot?.querySelector('.step-title, .refusal, .root slot'),
    'a step comes into view',
  );

export const textOf = (element: FormSteps, selector = '.root'): string =>
  root(element).querySelector(selector)?.textContent.replace(/\s+/gu, ' ').trim() ?? '';

export const stepOf = (element: FormSteps): string => textOf(element, '.step-title');

/** The control with this label, as a person finds it. */
export function control(element: FormSteps, label: string | RegExp): HTMLInputElement {
  const fits = (text: string) =>
    typeof label === 'string' ? text.startsWith(label) : label.test(text.replace(/\s+/gu, ' '));
  for (const one of root(element).querySelectorAll('label')) {
    if (!fits(one.textContent.trim())) continue;
    const found = one.htmlFor
      ? root(element).getElementById(one.htmlFor)
      : one.querySelector<HTMLElement>('input');
    if (found) return found as HTMLInputElement;
  }
  const named = [...root(element).querySelectorAll<HTMLElement>('[aria-label]')].find((one) =>
    fits(one.getAttribute('aria-label') ?? ''),
  );
  if (!named) throw new Error(`nothing is labelled ${String(label)} in: ${textOf(element)}`);
  return named as HTMLInputElement;
}

/** Types, key by key as far as a page can tell, and leaves the field. */
export async function type(element: FormSteps, label: string | RegExp, text: string): Promise<void> {
  const box = control(element, label);
  box.focus();
  box.value = text;
  box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  box.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

export async function tick(element: FormSteps, label: string | RegExp): Promise<void> {
  control(element, label).click();
  await element.updateComplete;
}

export function button(element: FormSteps, name: string | RegExp): HTMLButtonElement {
  const found = [...root(element).querySelectorAll('button')].find((one) => {
    const text = (one.getAttribute('aria-label') ?? one.textContent).replace(/\s+/gu, ' ').trim();
    return typeof name === 'string' ? text === name : name.test(text);
  });
  if (!found) throw new Error(`no button is called ${String(name)} in: ${textOf(element)}`);
  return found;
}

export async function press(element: FormSteps, name: string | RegExp): Promise<void> {
  button(element, name).click();
  await element.updateComplete;
}

/** Presses on until a step of this name is in view. */
export async function goTo(element: FormSteps, step: string): Promise<void> {
  while (stepOf(element) !== step) {
    const before = stepOf(element);
    // Sending goes on by itself.
    if (before !== 'Gửi') await press(element, /^(?:Bắt đầu|Tiếp tục|Gửi hồ sơ)$/u);
    await until(() => stepOf(element) !== before, `leaves “${before}”: ${textOf(element, '.summary')}`);
    if (stepOf(element) === step) return;
    await fillStep(element);
  }
}

/** Answers what the step in view cannot do without. */
export async function fillStep(element: FormSteps): Promise<void> {
  switch (stepOf(element)) {
    case 'Trẻ':
      await type(element, 'Họ tên trẻ', 'Lê Thị Mẫu');
      await type(element, 'Ngày sinh của trẻ', '5/3/2026');
      break;
    case 'Người liên quan':
      if (!control(element, 'Tôi cam đoan').checked) await tick(element, 'Tôi cam đoan');
      break;
    case 'Người nộp và nội dung đề nghị':
      await type(element, 'Họ, chữ đệm, tên', 'Lê Thị Mẫu');
      await type(element, 'Số định danh cá nhân', '000190000001');
      await type(element, 'Số điện thoại liên hệ', '0912 345 678');
      await type(element, 'Nơi cư trú', 'Thôn Mẫu, Xã Mẫu');
      await type(element, 'Nội dung đề nghị', 'Nội dung mẫu');
      break;
    case 'Nhận kết quả':
      await tick(element, 'Tự đến nơi tiếp nhận lấy');
      break;
  }
}

/** Until the receipt is there. */
export const received = (element: FormSteps): Promise<void> =>
  until(() => root(element).querySelector('.receipt, .state.received'), 'a receipt comes');
