/* Templates of Vue 3. Its compiler must be told: `compilerOptions.isCustomElement: (tag) => tag.startsWith('dvc-')`. */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { DvcElements, InTemplates } from './elements.js';

type Emits<Events> = EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;

/** What a template may say of an element; names with hyphens are checked as those of properties. */
type Element<Entry extends DvcElements[keyof DvcElements]> = new () => Entry['element'] & {
  /** @deprecated Only for templates: an element has no `$props`. */
  $props: Omit<HTMLAttributes, keyof Entry['properties']> &
    InTemplates<Entry['properties'], Entry['attributes']> &
    PublicProps;
  /** @deprecated Only for templates: an element has no `$emit`. */
  $emit: Emits<Entry['events']>;
};

type Tags = { [Tag in keyof DvcElements]: Element<DvcElements[Tag]> };

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
