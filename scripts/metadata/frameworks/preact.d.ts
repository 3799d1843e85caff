/* JSX of Preact, which sets a property where the element has one, and listens to `ondvc-…`. */
import type { ClassAttributes, HTMLAttributes } from 'preact';
import type { DvcElements, Listeners } from './elements.js';

type Props<Entry extends DvcElements[keyof DvcElements]> = ClassAttributes<Entry['element']> &
  Omit<HTMLAttributes<Entry['element']>, keyof Entry['properties']> &
  Entry['properties'] &
  Entry['attributes'] &
  Listeners<Entry['events']>;

type Tags = { [Tag in keyof DvcElements]: Props<DvcElements[Tag]> };

declare module 'preact' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
