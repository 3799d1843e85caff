/* JSX of React 19, which sets a property where the element has one, and listens to `ondvc-…`. */
import type { ClassAttributes, HTMLAttributes } from 'react';
import type { DvcElements, Listeners } from './elements.js';

type Props<Entry extends DvcElements[keyof DvcElements]> = ClassAttributes<Entry['element']> &
  Omit<HTMLAttributes<Entry['element']>, keyof Entry['properties']> & {
    class?: string | undefined;
  } & Entry['properties'] &
  Entry['attributes'] &
  Listeners<Entry['events']>;

type Tags = { [Tag in keyof DvcElements]: Props<DvcElements[Tag]> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
  interface CSSProperties {
    [property: `--dvc-${string}`]: string | undefined;
  }
}
