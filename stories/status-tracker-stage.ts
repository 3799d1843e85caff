import type { StoryObj } from '@storybook/web-components-vite';
import { html, nothing } from 'lit';
import type { StatusTracker } from '../components/status-tracker/status-tracker.js';
import { askFor } from '../test/support/drive-tracker.js';
import { GATEWAY } from '../test/support/receiving-system.js';
import { aTrackedDossier, type TrackedSystem } from '../test/support/tracked.js';

/* How a story brings a dossier to the state that it shows. */

export type Story = StoryObj<StatusTracker>;

export interface Staged {
  readonly dossier?: Parameters<typeof aTrackedDossier>[0];
  /** What officers did before somebody looks. */
  readonly moved?: (system: TrackedSystem) => Promise<void>;
  readonly factor?: string;
  readonly settings?: Partial<StatusTracker>;
  readonly globals?: Readonly<Record<string, string>>;
  /** How somebody asks for it, who waits for the answer. */
  readonly ask?: (element: StatusTracker, system: TrackedSystem) => Promise<void>;
  readonly then?: (element: StatusTracker, system: TrackedSystem) => Promise<void>;
}

/** A dossier in a receiving system that lives in this page, brought to the state that the story shows. */
export function staged({ dossier, moved, factor, settings = {}, globals = {}, ask, then }: Staged): Story {
  const ready = async () => {
    const system = await aTrackedDossier(dossier);
    await moved?.(system);
    return system;
  };
  return {
    globals,
    loaders: [async () => ({ system: await ready() })],
    render: (_, { loaded }) => {
      const system = loaded.system as TrackedSystem;
      return html`<dvc-status-tracker
        gateway=${GATEWAY}
        device=${settings.device ?? nothing}
        .network=${system.network}
        .clock=${system.clock}
        .stages=${settings.stages}
        .catalog=${settings.catalog}
      ></dvc-status-tracker>`;
    },
    play: async ({ canvasElement, loaded }) => {
      const element = canvasElement.querySelector('dvc-status-tracker')!;
      const system = loaded.system as TrackedSystem;
      await (ask ? ask(element, system) : askFor(element, system, factor ?? system.receipt.secret));
      await then?.(element, system);
    },
  };
}

export const received = (system: TrackedSystem) =>
  system.move('2026-11-09T10:00', 'receive', undefined, 'Bộ phận Một cửa Xã Mẫu');
export const processed = async (system: TrackedSystem) => {
  await received(system);
  await system.move('2026-11-10T08:00', 'process', undefined, 'Tư pháp – Hộ tịch');
};
export const cut = () => Promise.reject(new TypeError('no network'));
/** The office ticked what it needs. */
export const ticked = async (system: TrackedSystem) => {
  await processed(system);
  await system.move(
    '2026-11-10T15:00',
    'ask-supplement',
    'Sai ngày sinh; giấy chứng sinh mờ ở trang 2.',
    undefined,
    [
      { kind: 'field', name: 'asker.name' },
      { kind: 'field', name: 'born' },
      { kind: 'field', name: 'sex' },
      { kind: 'paper', name: 'Giấy chứng sinh' },
    ],
  );
};
