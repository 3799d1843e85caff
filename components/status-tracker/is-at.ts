import type { TrackerHost } from './late-host.js';

/** Whether somebody is at what the selector finds, or nowhere: only then are they brought to what is new there. */
export function isAt(host: TrackerHost, selector: string): boolean {
  const { activeElement: held } = host.root() as ShadowRoot;
  return held ? held.closest(selector) !== null : document.activeElement === document.body;
}
