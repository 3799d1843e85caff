/*
 * One script for both sides of a frame: on the page that is shown it tells how high its content is and opens links to other
 * sites in a tab of their own; on the page around, where it may be, it sets the height of the frames with `data-dvc-frame`.
 * A frame without it on the page around keeps its height and scrolls.
 */

/** What is sent: a height, or the wish to hear it. */
const HEIGHT = 'dvc-frame-height';
const ASKED = 'dvc-frame-asked';

/** CSS pixels: nothing that comes from a frame makes it vanish, or fill the page around for good. */
const LEAST = 200;
const MOST = 20_000;

const kindOf = (data: unknown): unknown =>
  typeof data === 'object' && data !== null && 'kind' in data ? data.kind : undefined;

function heightIn(data: unknown): number | undefined {
  if (kindOf(data) !== HEIGHT) return undefined;
  const { height } = data as { height?: unknown };
  if (typeof height !== 'number' || !Number.isFinite(height)) return undefined;
  return Math.min(Math.max(Math.ceil(height), LEAST), MOST);
}

/** @param around server of the page around; without it whoever shows the frame is told the height, and nothing else */
function tellHeight(around: string): void {
  const tell = () => {
    parent.postMessage({ kind: HEIGHT, height: document.documentElement.offsetHeight }, around);
  };
  new ResizeObserver(tell).observe(document.documentElement);
  addEventListener('message', ({ data, source }) => {
    if (source === parent && kindOf(data) === ASKED) tell();
  });
}

/** Most other sites refuse to be shown in a frame; the national portal does. */
function openOthersOutside(): void {
  addEventListener(
    'click',
    (event) => {
      const link = event.composedPath().find((one) => one instanceof HTMLAnchorElement);
      if (link?.target !== '' || !/^https?:$/u.test(link.protocol)) return;
      if (link.origin === location.origin) return;
      link.target = '_blank';
      link.relList.add('noopener');
    },
    true,
  );
}

function followHeights(): void {
  const frames = () => [...document.querySelectorAll<HTMLIFrameElement>('iframe[data-dvc-frame]')];
  addEventListener('message', ({ data, origin, source }) => {
    const height = heightIn(data);
    if (height === undefined) return;
    for (const frame of frames())
      if (frame.contentWindow === source && frame.src.startsWith(`${origin}/`)) frame.height = String(height);
  });
  // A frame that was there before this script has told it already. The question holds nothing, so anybody may hear it.
  for (const frame of frames()) frame.contentWindow?.postMessage({ kind: ASKED }, '*');
}

if (parent !== self) {
  const own = document.currentScript as HTMLScriptElement | null;
  tellHeight(own?.dataset.framedBy ?? '*');
  openOthersOutside();
}
followHeights();
