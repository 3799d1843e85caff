import type { StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import { generate } from 'lean-qr';
import type { FormSteps } from '../components/form-steps/form-steps.js';
import { aCatalog, aLevelList, aRecord, type ProcedureRecord } from '../test/support/builders.js';
import {
  fillStep,
  goTo,
  press,
  ready,
  received,
  root,
  textOf,
  tick,
  type,
  until,
} from '../test/support/drive-form.js';
import { aReceivingSystem, FORM, GATEWAY, NOW, type TestSystem } from '../test/support/receiving-system.js';

/* How a story brings an application to the state that it shows. */

export type Story = StoryObj<FormSteps>;
export interface Stage {
  readonly canvasElement: HTMLElement;
}

export const elementIn = ({ canvasElement }: Stage): FormSteps => {
  const element = canvasElement.querySelector('dvc-form-steps');
  if (!element) throw new Error('no element in the story');
  return element;
};

export async function shown(stage: Stage): Promise<void> {
  await ready(elementIn(stage));
}

/** A small form in a receiving system that lives in this page; a story drives it to the state that it shows. */
export function drivenTo(
  step: string,
  {
    level = '4',
    system = aReceivingSystem(),
    settings = {},
    record = {},
    globals = {},
    then,
  }: {
    readonly level?: string;
    readonly system?: TestSystem;
    readonly settings?: Partial<FormSteps>;
    readonly record?: Partial<ProcedureRecord>;
    readonly globals?: Readonly<Record<string, string>>;
    readonly then?: (element: FormSteps) => Promise<void>;
  } = {},
): Story {
  const catalog = aCatalog(
    [
      aRecord({
        paperGroups: [
          {
            papers: [
              { name: 'Giấy chứng sinh', originals: 1, copies: 2 },
              { name: 'Thẻ căn cước của người yêu cầu' },
            ],
          },
        ],
        ...record,
      }),
      aRecord({ code: '2.000635', name: 'Cấp bản sao trích lục hộ tịch' }),
    ],
    { sample: true },
  );
  const entries = ['1.001193', '2.000635'].map((code) => ({ code, level }));
  return {
    globals,
    render: () =>
      html`<dvc-form-steps
        code=${settings.code ?? '1.001193'}
        destination=${settings.destination ?? 'gateway'}
        gateway=${GATEWAY}
        device=${settings.device ?? nothing}
        ?assisted=${settings.assisted ?? false}
        .catalog=${catalog}
        .levels=${[aLevelList(entries, { scheme: 'vn-2011' })]}
        .form=${settings.form ?? FORM}
        .network=${system.network}
        portal-url=${settings.portalUrl ?? nothing}
        track-url=${settings.trackUrl ?? nothing}
        .clock=${() => NOW}
        .idleMinutes=${settings.idleMinutes ?? 10}
      ></dvc-form-steps>`,
    play: async (stage) => {
      await shown(stage);
      const element = elementIn(stage);
      await goTo(element, step);
      await then?.(element);
    },
  };
}

/** Who helps, and that the citizen agreed. */
export async function helped(element: FormSteps): Promise<void> {
  await until(() => root(element).querySelector('.person'), 'the helper is asked');
  await type(element, 'Họ tên người khai giúp', 'Phạm Văn Giúp');
  await type(element, 'Chức vụ', 'Công chức tư pháp - hộ tịch');
  await tick(element, /đồng ý/u);
}

/** A receiving system behind a line that does something to every request. */
export function behind(line: TestSystem['line']): TestSystem {
  const system = aReceivingSystem();
  system.line = line;
  return system;
}

export const cut = () => Promise.reject(new TypeError('no network'));

/** A form of which copies are paid for. */
export const WITH_COPIES = {
  ...FORM,
  steps: [
    FORM.steps[0],
    {
      ...FORM.steps[1],
      groups: FORM.steps[1].groups.map((group) =>
        'repeat' in group ? { ...group, repeat: { ...group.repeat, least: 1 } } : group,
      ),
    },
  ],
};

/** To where two copies are paid for. */
export async function withCopies(element: FormSteps): Promise<void> {
  await goTo(element, 'Người liên quan');
  await fillStep(element);
  await press(element, 'Thêm: Bản sao');
  await type(element, 'Số bản', '2');
  await goTo(element, 'Trả phí');
  await until(() => textOf(element).includes('Trả ngay'), 'it can be paid');
}

export async function papersListed(element: FormSteps): Promise<void> {
  await until(() => root(element).querySelector('.wanted'), 'the papers are listed');
}

export async function receiptShown(element: FormSteps): Promise<void> {
  await received(element);
  await until(() => root(element).querySelector('.receipt'), 'the receipt is shown');
}

/** Another element for the same application. */
export function copyOf(element: FormSteps): FormSteps {
  const copy = document.createElement('dvc-form-steps');
  for (const { name, value } of element.attributes) copy.setAttribute(name, value);
  const { catalog, levels, form, network, clock } = element;
  return Object.assign(copy, { catalog, levels, form, network, clock });
}

/** Opens the same application in a new element, as a reload does. */
export async function reopened(element: FormSteps): Promise<void> {
  const again = copyOf(element);
  const { parentElement } = element;
  element.remove();
  parentElement?.append(again);
  await until(() => textOf(again).includes('Đã mở lại'), 'it is opened again');
}

/** Gives files to a file chooser. */
export async function give(element: FormSteps, selector: string, ...files: readonly File[]): Promise<void> {
  const input = root(element).querySelector<HTMLInputElement>(selector);
  if (!input) throw new Error(`no ${selector}`);
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
  await element.updateComplete;
}

async function painted(name: string, paint: (context: CanvasRenderingContext2D) => void): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = 1000;
  canvas.height = 750;
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  paint(context);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
  return new File(blob ? [blob] : [], name, { type: 'image/jpeg' });
}

export const aPhoto = (name: string, ground = '#fff') =>
  painted(name, (context) => {
    context.fillStyle = ground;
    context.fillRect(0, 0, 1000, 750);
    if (ground !== '#fff') return;
    context.fillStyle = '#000';
    context.font = '36px sans-serif';
    for (let line = 1; line < 16; line += 1)
      context.fillText('Giấy tờ mẫu, không có thật. '.repeat(3), 30, line * 46);
  });

/** A card of somebody who does not exist. */
export const aCardPhoto = () =>
  painted('the.jpg', (context) => {
    const code = generate('000190000001||Nguyễn Thị Mẫu|05031990|Nữ|Thôn Mẫu, Xã Mẫu|01012022');
    const side = Math.floor(600 / code.size);
    context.fillStyle = '#000';
    for (let y = 0; y < code.size; y += 1)
      for (let x = 0; x < code.size; x += 1)
        if (code.get(x, y)) context.fillRect(200 + x * side, 70 + y * side, side, side);
  });
