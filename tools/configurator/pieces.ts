import {
  NATIONAL_PORTAL,
  type EmbedState,
  type OptionRule,
  type Options,
} from '../../src/embed/embed-state.js';
import { policyOf, policyText } from '../../src/embed/policy.js';
import { leadsElsewhere, refusedInData, writeSnippet, type Piece } from '../../src/embed/write-snippet.js';
import { copyText } from '../../src/ui/copy-text.js';
import { element, fill, partOf } from '../parts.js';
import type { Facts } from './facts.js';
import { language, say } from './words.js';

/** A text with a button that copies it. */
interface Copyable {
  readonly title: string;
  readonly whole: HTMLElement;
  show(text: string): void;
}

/** Shows what is to be pasted, each text with its button. */
export class Pieces {
  #shown: readonly Copyable[] = [];
  readonly #policy = copyable(say('piece.policy'));

  constructor(
    private readonly facts: Facts,
    private readonly integrity: Readonly<Record<string, string>>,
  ) {
    fill(partOf('policy', HTMLElement), [this.#policy.whole]);
  }

  show(state: EmbedState): void {
    const { elements, version } = this.facts;
    const title = state.parts.map((part) => elements[part]?.label[language] ?? part).join(', ');
    const pieces = writeSnippet(state, elements, { version, integrity: this.integrity, title });
    const titles = pieces.map((piece) => this.#titleOf(piece, state.parts.length > 1));
    // Kept while they are the same: whoever leaves a field by pressing a button presses that very button.
    if (titles.join('\n') !== this.#shown.map(({ title }) => title).join('\n')) {
      this.#shown = titles.map(copyable);
      fill(
        partOf('pieces', HTMLElement),
        this.#shown.map(({ whole }) => whole),
      );
    }
    this.#shown.forEach((one, at) => one.show(pieces[at]?.text ?? ''));
    this.#policy.show(policyText(policyOf(state, elements)));
    partOf('trap', HTMLElement).textContent = say(`trap.${state.platform}`);
    fill(
      partOf('notes', HTMLElement),
      this.#notes(state).map((note) => element('p', note)),
    );
  }

  #titleOf({ kind, part }: Piece, isMany: boolean): string {
    const title = say(`piece.${kind}`);
    if (!isMany || part === undefined) return title;
    return say('piece.of', { piece: title, part: this.facts.elements[part]?.label[language] ?? part });
  }

  /** Servers that addresses of this embedding lead to, but for the page's own and the national portal. */
  #hostsOf({ link, frame }: EmbedState, told: Options): readonly string[] {
    const rules = Object.assign(
      {},
      ...Object.values(this.facts.elements).map((one) => one.attributes),
    ) as Readonly<Record<string, OptionRule>>;
    const addresses = Object.entries(told)
      .filter(([name]) => rules[name]?.type.startsWith('address'))
      .flatMap(([, value]) => value.split(' '));
    const hosts = [...addresses, link.href, frame].filter(leadsElsewhere).map(hostOf);
    return [...new Set(hosts)].filter((host) => host !== hostOf(NATIONAL_PORTAL));
  }

  #notes(state: EmbedState): readonly string[] {
    const { parts, base, shared, options, delivery, platform } = state;
    const refused = refusedInData(state, this.facts.elements);
    const told: Options = Object.assign({}, ...Object.values(options), shared) as Options;
    const { gateway = '' } = told;
    const others = this.#hostsOf(state, told).filter(
      (host) => host !== hostOf(base) && host !== hostOf(gateway),
    );
    return [
      ...(parts.length > 1 && this.#shown.some(({ title }) => title === say('piece.head'))
        ? [say('note.set')]
        : []),
      // Whoever was sent an address with choices in it must see where they lead.
      ...(leadsElsewhere(base) ? [say('note.script-elsewhere', { host: hostOf(base) })] : []),
      ...(leadsElsewhere(gateway) ? [say('note.gateway-elsewhere', { host: hostOf(gateway) })] : []),
      ...(others.length > 0 ? [say('note.others-elsewhere', { hosts: others.join(', ') })] : []),
      ...(platform === 'iframe' ? frameNotes(state).map((code) => say(code)) : []),
      ...(refused.length > 0 ? [say('refused-in-data', { names: refused.join(', ') })] : []),
      ...(delivery === 'alone' && platform !== 'sharepoint' && !this.integrity['dvc.min.js']
        ? [say('no-integrity')]
        : []),
    ];
  }
}

/** What a frame loses, and what it needs. */
const frameNotes = ({ parts, frame, framedBy, accent }: EmbedState) => [
  ...(parts.some((part) => part === 'form-steps' || part === 'status-tracker')
    ? (['note.frame-storage'] as const)
    : []),
  ...(leadsElsewhere(frame) ? [] : (['note.frame-relative'] as const)),
  ...(framedBy === '' ? (['note.frame-ancestors'] as const) : []),
  ...(accent === '' ? [] : (['note.frame-style'] as const)),
];

const hostOf = (address: string): string => {
  try {
    return new URL(address, location.href).host;
  } catch {
    return address;
  }
};

/** A text with a button that copies it; where that may not be, it is marked, to be copied by hand. */
function copyable(title: string): Copyable {
  const whole = element('div');
  whole.className = 'piece';
  const head = element('div');
  head.className = 'piece-head';
  const button = element('button', say('copy'));
  button.type = 'button';
  button.setAttribute('aria-label', say('copy-what', { what: title }));
  head.append(element('h3', title), button);
  const code = element('pre');
  // It scrolls sideways, also for whoever has no mouse.
  code.tabIndex = 0;
  code.setAttribute('role', 'region');
  code.setAttribute('aria-label', title);
  const said = element('p');
  said.setAttribute('role', 'status');
  said.className = 'said';
  button.addEventListener('click', () => {
    void copyText(code.textContent, () => mark(code)).then((isCopied) => {
      said.textContent = say(isCopied ? 'copied' : 'copy-by-hand');
    });
  });
  whole.append(head, code, said);
  return {
    title,
    whole,
    show(text) {
      if (code.textContent === text) return;
      code.textContent = text;
      // What was copied is no longer this.
      said.textContent = '';
    },
  };
}

function mark(code: HTMLElement): void {
  code.focus();
  getSelection()?.selectAllChildren(code);
}
