import type { Procedure } from '../procedure.js';
import { tokenise } from './tokens.js';

export type TextKind = 'name' | 'plainName' | 'keyword' | 'field';

/** The texts by which a procedure is found, in the order in which they are read. */
export const textsOf = ({
  name,
  plainNames,
  keywords,
  field,
}: Procedure): (readonly [kind: TextKind, text: string])[] => [
  ['name', name],
  ...plainNames.map((text) => ['plainName', text] as const),
  ...keywords.map((text) => ['keyword', text] as const),
  ...(field ? [['field', field] as const] : []),
];

/** The words of a text, in lower case. */
export const wordsOf = (text: string): readonly string[] =>
  tokenise(text).map((token) => token.text.toLowerCase());

/**
 * The words of a catalogue's texts, read before; of a text that is another, they are read from it.
 * @param nth how many texts come before it, those of the procedures before counted
 */
export type PrebuiltIndex = (text: string, nth: number) => readonly string[];
