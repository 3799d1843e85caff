import { formsOf, tokenise, type Token } from './tokens.js';

export interface FoldedToken extends Token {
  readonly folded: string;
}

/** The same few texts are shown again at every key. Held by what the catalogue holds, so nothing outlives it. */
const known = new WeakMap<object, readonly FoldedToken[]>();

/**
 * The words of a text of the catalogue, without accents.
 * @param owner what the text belongs to, one text each
 */
export function foldedTokens(owner: object, text: string): readonly FoldedToken[] {
  let tokens = known.get(owner);
  if (!tokens) {
    tokens = tokenise(text).map((token) => ({ ...token, folded: formsOf(token.text).folded }));
    known.set(owner, tokens);
  }
  return tokens;
}
