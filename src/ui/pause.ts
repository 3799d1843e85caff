/** Longest stretch of work between two pauses, in milliseconds: a slow phone needs four times as long. */
export const SLICE_MS = 8;

const waiting: (() => void)[] = [];
/** Held whole: an end that nobody holds may be cleared away, and with it whoever waits. */
let channel: MessageChannel | undefined;

/** One channel for all: a browser that has thousands of them to clear away stands still. */
function open(): MessageChannel {
  const opened = new MessageChannel();
  opened.port1.onmessage = () => waiting.shift()?.();
  return opened;
}

/**
 * Lets the browser answer the person before work goes on. A message rather than a timer, which browsers delay
 * by 4 ms and by a second in hidden tabs.
 */
export function pause(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    (channel ??= open()).port2.postMessage(undefined);
  });
}

/** Work on the main thread is done in slices, so that no key press waits for it. */
export const slicing = { pause, sliceMs: SLICE_MS, now: () => performance.now() } as const;
