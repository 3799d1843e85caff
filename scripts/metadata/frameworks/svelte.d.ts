/* Templates of Svelte 5, which sets a property where the element has one, and listens to `ondvc-…`. */
import type { HTMLAttributes } from 'svelte/elements';
import type { DvcElements, Listeners } from './elements.js';

type Props<Entry extends DvcElements[keyof DvcElements]> = Omit<
  HTMLAttributes<Entry['element']>,
  keyof Entry['properties']
> &
  Entry['properties'] &
  Entry['attributes'] &
  Listeners<Entry['events']>;

type Tags = { [Tag in keyof DvcElements]: Props<DvcElements[Tag]> };

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
