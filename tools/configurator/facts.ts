import type { OptionRule } from '../../src/embed/embed-state.js';
import type { Language } from '../../src/i18n/language.js';

type Words = Readonly<Record<Language, string>>;

/** An attribute as the page asks for it; made of the manifest by `scripts/configurator/element-facts.mjs`. */
export interface OptionFacts extends OptionRule {
  /** Asked at once; the others below a fold. */
  readonly isCommon: boolean;
  /** What holds where nothing is written. */
  readonly initial?: string;
  readonly label: Words;
  readonly help: Words;
  /** What the values of a choice mean, in their order. */
  readonly choices?: readonly Words[];
}

export interface ElementFacts {
  readonly label: Words;
  readonly purpose: Words;
  readonly attributes: Readonly<Record<string, OptionFacts>>;
}

export interface Facts {
  readonly version: string;
  readonly elements: Readonly<Record<string, ElementFacts>>;
}

/** A file beside this script; undefined where it does not come. */
async function fileAt(path: string): Promise<unknown> {
  const response = await fetch(new URL(path, import.meta.url)).catch(() => undefined);
  return response?.ok ? (response.json() as Promise<unknown>).catch(() => undefined) : undefined;
}

export const loadFacts = async (): Promise<Facts | undefined> =>
  (await fileAt('elements.json')) as Facts | undefined;

/** Hashes of the files that pages load, by name; empty where nobody has made them. */
export async function loadIntegrity(): Promise<Readonly<Record<string, string>>> {
  const { files = {} } = ((await fileAt('../integrity.json')) ?? {}) as { files?: Record<string, string> };
  return files;
}
