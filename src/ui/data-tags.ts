import { reportProblems } from './report-problems.js';
import { tagOf } from './tag-names.js';
import { DATA_TAGS } from './watch-page.js';

/*
 * Many systems take tags that they do not know out of what an editor wrote, and leave `<a data-dvc="procedure-lookup"
 * href="…">` or `<div data-dvc="…">` as it is. Such a node becomes the element with itself as the content that stays
 * usable: without scripts the link is a link.
 *
 * In `<script>` the same attribute tells which data it holds: that is no element.
 *
 * Whoever may write `data-…` but no tags, a guest in a comment perhaps, must not be able to send people's papers
 * elsewhere. So only what the element knows is taken over, and no address of another origin: those stand in the page's
 * script tag or in `<dvc-portal>`, where only its owner writes.
 */

/** What a browser reads as an address that names its own scheme or host; `commune:4` and a sentence are none. */
const WHOLE_ADDRESS = /^(?:[a-z][a-z\d+.-]*:)?[/\\]{2}|^(?:https?|javascript|data|blob|file|vbscript):/iu;

const isElsewhere = (value: string) =>
  value.split(/[\s\p{Cc}]+/u).some((part) => {
    if (!WHOLE_ADDRESS.test(part)) return false;
    try {
      return new URL(part, document.baseURI).origin !== new URL(document.baseURI).origin;
    } catch {
      return true;
    }
  });

function attributesFor(node: HTMLElement, tag: string): [string, string][] {
  const { observedAttributes = [] } = customElements.get(tag) as CustomElementConstructor & {
    readonly observedAttributes?: readonly string[];
  };
  const found: [string, string][] = [];
  for (const name of [...observedAttributes, 'lang']) {
    const value = node.getAttribute(`data-${name}`);
    if (value === null) continue;
    if (isElsewhere(value)) {
      void reportProblems('data-dvc', [{ code: 'data-elsewhere', params: { name: `data-${name}` } }]);
    } else found.push([name, value]);
  }
  return found;
}

/**
 * Whether this node has become the element already, of whichever copy: another one has tags with another
 * beginning or end, and would put its own around ours for ever. What an editor stored of a page may hold both too.
 */
const isDone = (node: Element, tag: string) =>
  [node.parentElement, ...node.children].some((near) =>
    near?.localName.replace(/-v\d+$/u, '').endsWith(tag.slice(3)),
  );

/** Of those that work with no place of their own. */
const PLACELESS = /portal|doctor/u;

/** `dvc.css` knows an element by its own tag; where the page has another, its class keeps the place that the link kept. */
function keepPlace(element: Element, name = ''): void {
  if (element.localName === `dvc-${name}` || PLACELESS.test(name)) return;
  element.className = name === 'level-badge' ? 'dvc-reserve-badge' : 'dvc-reserve';
}

/** Puts the element around what the node holds, or around the node where it is a link. */
function upgrade(node: HTMLElement, tag: string): void {
  const element = document.createElement(tag);
  for (const [name, value] of attributesFor(node, tag)) element.setAttribute(name, value);
  if (node instanceof HTMLAnchorElement) {
    keepPlace(element, node.dataset.dvc);
    node.replaceWith(element);
    element.append(node);
  } else {
    element.append(...node.childNodes);
    node.append(element);
  }
}

/**
 * Makes elements of all nodes with `data-dvc` on the page. The code of all is asked for at once; each becomes an element
 * when its own is there, and after the node around it, which moves what it holds.
 * @param load brings the code of an element by its tag `dvc-…`; rejects where there is none
 */
export async function upgradeDataTags(load: (tag: `dvc-${string}`) => Promise<unknown>): Promise<void> {
  const coming = new Map<Element | null | undefined, Promise<void>>();
  for (const node of document.querySelectorAll<HTMLElement>(DATA_TAGS)) {
    const tag = `dvc-${node.dataset.dvc ?? ''}` as const;
    if (isDone(node, tag)) continue;
    const around = coming.get(node.parentElement?.closest(DATA_TAGS));
    coming.set(
      node,
      Promise.all([load(tag), around]).then(() => {
        const own = tagOf(tag);
        // Another pass may have been quicker.
        if (customElements.get(own) && node.isConnected && !isDone(node, tag)) upgrade(node, own);
      }),
    );
  }
  await Promise.all(coming.values());
}
