import { directive, Directive } from 'lit/directive.js';
import { nothing } from 'lit';
import { tagOf } from './tag-names.js';

/** Keeps one element of ours inside a template, whatever it is called on this page. */
class Nested extends Directive {
  #element: HTMLElement | undefined;

  override render(tag: `dvc-${string}`, properties: object): unknown {
    if (typeof document === 'undefined') return nothing;
    this.#element ??= document.createElement(tagOf(tag));
    return Object.assign(this.#element, properties);
  }
}

const create = directive(Nested);

/** An element of ours in a template, by its tag `dvc-…`, with these properties. */
export const nested = <Element extends HTMLElement>(
  tag: `dvc-${string}`,
  properties: Partial<Element>,
): unknown => create(tag, properties);
