import { sentencesIn } from '../shared/sentences.js';

/** A sentence, or a part of one in another language, where it stands. */
export interface Passage {
  /** As it is to be spoken. */
  readonly text: string;
  /** Two letters. */
  readonly language: string;
  readonly range: Range;
  /** What it is part of: a paragraph, a cell, a label. */
  readonly block: Element;
}

interface Piece {
  readonly node: Text;
  readonly block: Element;
  readonly language: string;
  /** Whether a new line in the text is one on the screen. */
  readonly keepsLines: boolean;
}

/** How somebody sees what a node is in. */
interface Around extends Omit<Piece, 'node'> {
  readonly isRead: boolean;
}

/** What is operated, drawn, or not there for everybody. Two buttons say something that stands nowhere else: a fact of the sheet, and a level. */
const LEFT_OUT =
  'button:not(.value, .badge), .button, input, select, textarea, output, progress, svg, style, .aloud, [hidden], [inert], [aria-hidden="true"]';

/**
 * Sentences of what is shown, in the order in which it is read; what is hidden or folded is not shown. Nothing is read by
 * chance: only what stands in one of the parts that are named.
 * @param root goes into the shadow roots of what it holds
 * @param reads selects the parts
 * @param skips selects what in them is left out
 */
export function passagesIn(root: ParentNode, reads: string, skips?: string): Passage[] {
  const leftOut = skips ? `${LEFT_OUT}, ${skips}` : LEFT_OUT;
  const passages: Passage[] = [];
  let run: Piece[] = [];
  const end = (): void => {
    passages.push(...passagesOf(run));
    run = [];
  };

  const take = (node: Node, around: Around): void => {
    if (node instanceof Text) {
      if (!around.isRead) return;
      const [first] = run;
      if (first && (first.block !== around.block || first.language !== around.language)) end();
      run.push({ ...around, node });
    } else if (node instanceof Element) takeElement(node, around);
  };
  const takeElement = (element: Element, around: Around): void => {
    if (element.matches(leftOut)) return;
    const { display, visibility, position, clipPath, whiteSpace } = getComputedStyle(element);
    const isForNoEye = position === 'absolute' && clipPath !== 'none';
    if (display === 'none' || visibility !== 'visible' || isForNoEye) return;
    if (element.localName === 'br') return end();
    const inside: Around = {
      isRead: around.isRead || element.matches(reads),
      block: display === 'inline' || display === 'contents' ? around.block : element,
      language: languageOf(element) ?? around.language,
      keepsLines: whiteSpace.startsWith('pre'),
    };
    for (const child of childrenOf(element)) take(child, inside);
  };

  for (const child of root.children)
    takeElement(child, { isRead: false, block: child, language: '', keepsLines: false });
  end();
  return passages;
}

const languageOf = (element: Element): string | undefined =>
  element.getAttribute('lang')?.slice(0, 2).toLowerCase();

function childrenOf(element: Element): Iterable<Node> {
  if (element instanceof HTMLDetailsElement && !element.open)
    return [...element.children].filter(({ localName }) => localName === 'summary');
  if (element instanceof HTMLSlotElement) return element.assignedNodes({ flatten: true });
  return (element.shadowRoot ?? element).childNodes;
}

/** Sentences of texts that stand one after the other in a block, in one language. */
function passagesOf(run: readonly Piece[]): Passage[] {
  const [first] = run;
  if (!first) return [];
  const { block, language } = first;
  const text = run.map(({ node, keepsLines }) => (keepsLines ? node.data : unbroken(node.data))).join('');
  return sentencesIn(text, language).map(({ start, end }) => {
    const range = new Range();
    range.setStart(...placeIn(run, start, 0));
    range.setEnd(...placeIn(run, end, 1));
    return { text: text.slice(start, end).replace(/\s+/gu, ' '), language, range, block };
  });
}

/** With as many letters as before, so that each is found again where it stands. */
const unbroken = (text: string): string => text.replace(/\n/gu, ' ');

/**
 * The text, and the place in it, of a place in the texts joined.
 * @param least letters of a text that must lie before the place: what ends where a text begins ends in the one before
 */
function placeIn(run: readonly Piece[], at: number, least: 0 | 1): [node: Text, offset: number] {
  let before = 0;
  for (const { node } of run) {
    if (at - before < node.length + least) return [node, at - before];
    before += node.length;
  }
  throw new RangeError('a place behind the text');
}
