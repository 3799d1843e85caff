import { THEMES } from './embed-state.js';

/** What of a snippet is read so far; each thing is told by the first who tells it. */
export interface Reading {
  readonly told: Partial<
    Record<
      'theme' | 'accent' | 'language' | 'platform' | 'delivery' | 'base' | 'frame' | 'framedBy',
      string | undefined
    >
  >;
  readonly link: { href?: string; text?: string };
  /** An element was met, by its name without `dvc-`. */
  part(name: string): void;
  /** A setting of the whole page. */
  share(name: string, value: string): void;
  /** An option of one element. */
  tell(part: string, name: string, value: string): void;
  /** A property of style, by its name without `--dvc-`. */
  readonly set: (name: string, value: string) => void;
  /** Something of the library for which an embedding has no place. */
  lose(name: string): void;
}

/** A theme by the address of its style sheet. */
export const themeIn = (address: string): string | undefined => {
  const [, name] = /(?:^|\/)themes\/([a-z-]+)\.css(?:[?#]|$)/u.exec(address) ?? [];
  return THEMES.find((theme) => theme === name);
};

/** The folder of a script of the library by its address, and which script it is. */
export function scriptAt(address: string): { readonly base: string; readonly delivery: string } | undefined {
  const [, base, loader] = /^([^?#]*?)dvc\.(loader\.)?min\.js(?:[?#]|$)/u.exec(address) ?? [];
  if (base === undefined) return undefined;
  // Beside the page itself.
  return { base: base || './', delivery: loader ? 'loader' : 'alone' };
}

/** Whether this is the script that sits on both sides of a frame. */
export const isFrameScript = (address: string): boolean =>
  /(?:^|\/)dvc\.frame\.min\.js(?:[?#]|$)/u.test(address);
