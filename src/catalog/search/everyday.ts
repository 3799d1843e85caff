/*
 * What helps people who do not write the official words: everyday words, keys left undecoded, what was misread, and the
 * question between near-equal answers. Fetched when a search is wanted, like the catalogue; without it people are still
 * found by the official words.
 */
import thesaurus from '../thesaurus.json' with { type: 'json' };
import type { ThesaurusData } from './thesaurus.js';

export { emphasisOf } from './emphasis.js';
export { findInitials } from './initials.js';
export { findSiblings } from './siblings.js';
export { specialAmong } from './special-words.js';
export { spellingTried } from './spelling.js';
export { decodeTyping } from './telex.js';

/** Everyday words of the whole domain, those that every place shares. */
export const builtIn: ThesaurusData = thesaurus;
