/* JSX of Solid: `prop:` and `attr:` say which is meant, `on:dvc-…` listens. */
import type { JSX } from 'solid-js';
import type { DvcElements, Listeners } from './elements.js';

type Named<Prefix extends string, Members> = {
  [Name in keyof Members & string as `${Prefix}:${Name}`]?: Members[Name] | undefined;
};

type Props<Entry extends DvcElements[keyof DvcElements]> = Omit<
  JSX.HTMLAttributes<Entry['element']>,
  keyof Entry['properties']
> &
  Entry['properties'] &
  Entry['attributes'] &
  Named<'prop', Entry['properties']> &
  Named<'attr', Entry['attributes']> &
  Listeners<Entry['events'], 'on:'>;

type Tags = { [Tag in keyof DvcElements]: Props<DvcElements[Tag]> };

declare module 'solid-js' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
