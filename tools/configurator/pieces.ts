import type { EmbedState } from '../../src/embed/embed-state.js';
import { policyOf, policyText } from '../../src/embed/policy.js';
import { refusedInData, writeSnippet, type Piece } from '../../src/embed/write-snippet.js';
import { copyText } from '../../src/ui/copy-text.js';
import { element, fill, partOf } from '../parts.js';
import type { Facts } from './facts.js';
import { language, say } from './words.js';

/** Shows what is to be pasted, each text with its button. */
export function showPieces(
  state: EmbedState,
  { elements, version }: Facts,
  integrity: Readonly<Record<string, string>>,
): void {
  const pieces = writeSnippet(state, elements, { version, integrity });
  const isMany = state.parts.length > 1;
  const titleOf = ({ kind, part }: Piece) =>
    isMany && part !== undefined
      ? say('piece.of', { piece: say(`piece.${kind}`), part: elements[part]?.label[language] ?? part })
      : say(`piece.${kind}`);
  fill(
    partOf('pieces', HTMLElement),
    pieces.map((piece) => copyable(titleOf(piece), piece.text)),
  );
  const policy = policyText(policyOf(state, elements));
  fill(partOf('policy', HTMLElement), [copyable(say('piece.policy'), policy)]);
  partOf('trap', HTMLElement).textContent = say(`trap.${state.platform}`);
  const refused = refusedInData(state, elements);
  const notes = [
    ...(refused.length > 0 ? [say('refused-in-data', { names: refused.join(', ') })] : []),
    ...(state.delivery === 'alone' && state.platform !== 'sharepoint' && !integrity['dvc.min.js']
      ? [say('no-integrity')]
      : []),
  ];
  fill(
    partOf('notes', HTMLElement),
    notes.map((note) => element('p', note)),
  );
}

/** A text with a button that copies it; where that may not be, it is marked, to be copied by hand. */
function copyable(title: string, text: string): HTMLElement {
  const whole = element('div');
  whole.className = 'piece';
  const head = element('div');
  head.className = 'piece-head';
  const button = element('button', say('copy'));
  button.type = 'button';
  button.setAttribute('aria-label', say('copy-what', { what: title }));
  head.append(element('h3', title), button);
  const code = element('pre', text);
  // It scrolls sideways, also for whoever has no mouse.
  code.tabIndex = 0;
  code.setAttribute('role', 'region');
  code.setAttribute('aria-label', title);
  const said = element('p');
  said.setAttribute('role', 'status');
  said.className = 'said';
  button.addEventListener('click', () => {
    void copyText(text, () => mark(code)).then((isCopied) => {
      said.textContent = say(isCopied ? 'copied' : 'copy-by-hand');
    });
  });
  whole.append(head, code, said);
  return whole;
}

function mark(code: HTMLElement): void {
  code.focus();
  getSelection()?.selectAllChildren(code);
}
