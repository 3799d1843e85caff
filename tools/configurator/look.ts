import { groundOf, type EmbedState } from '../../src/embed/embed-state.js';
import { ACCENT_GROUNDS, accentOf, LEAST, readableAccent } from '../../src/themes/accent.js';
import { partOf } from '../parts.js';
import { language, say } from './words.js';

const input = () => partOf('accent', HTMLInputElement);
const number = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
/** Rounded down, so that no number says more than is so. */
const told = (ratio: number) => number.format(Math.floor(ratio * 100) / 100);

/** A page's own colour, with how well it can be read in words. */
export class AccentField {
  /** What was chosen and cannot be used. */
  #refused = '';
  #nearest = '';
  #theme: EmbedState['theme'] = 'default';

  constructor(change: (accent: string) => void) {
    input().addEventListener('change', () => {
      const ground = groundOf(this.#theme);
      const colour = input().value.toLowerCase();
      this.#refused = ground && accentOf(colour, ground).ratio < LEAST.aa ? colour : '';
      change(this.#refused === '' ? colour : '');
    });
    partOf('accent-own', HTMLButtonElement).addEventListener('click', () => {
      this.#refused = '';
      change('');
    });
    partOf('accent-mend', HTMLButtonElement).addEventListener('click', () => {
      this.#refused = '';
      change(this.#nearest);
      // The button is gone; whoever pressed it goes on where the colour is.
      input().focus();
    });
  }

  show({ theme, accent }: EmbedState, isNew: boolean): void {
    if (isNew || theme !== this.#theme) this.#refused = '';
    this.#theme = theme;
    const ground = groundOf(theme);
    partOf('accent-part', HTMLElement).hidden = !ground;
    partOf('accent-kept', HTMLElement).hidden = ground !== undefined;
    const mend = partOf('accent-mend', HTMLButtonElement);
    mend.hidden = true;
    if (!ground) return;
    const colour = this.#refused || accent;
    input().value = colour || ACCENT_GROUNDS[ground].accent;
    partOf('accent-own', HTMLButtonElement).hidden = colour === '';
    const { ratio } = accentOf(input().value, ground);
    const words = { colour, ratio: told(ratio) };
    const level = ratio >= LEAST.aaa ? 'aaa' : ratio >= LEAST.aa ? 'aa' : 'refused';
    partOf('accent-said', HTMLElement).textContent =
      colour === '' ? say('accent.own') : say(`accent.${level}`, words);
    partOf('accent-said', HTMLElement).dataset.level = level;
    if (ratio >= LEAST.aaa) return;
    this.#nearest = readableAccent(colour, ground, LEAST.aaa);
    mend.textContent = say('accent.mend', { colour: this.#nearest });
    mend.hidden = false;
  }
}
