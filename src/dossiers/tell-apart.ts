import { normaliseCode } from '../shared/procedure-code.js';
import { WHOLE_CODE } from './code-shape.js';
import { plainCode } from './dossier-code.js';
import { readDossierCode } from './read-code.js';

/** In one piece, of at least two parts, with a letter and six digits: a code of some kind, and no date or telephone. */
const LOOSE = /^(?=.*[A-Z])(?=(?:[^0-9]*\d){6})[A-Z0-9.]{2,}(?:[-/][A-Z0-9.]+)+$/u;

/** What somebody typed into one box for everything. */
export type TypedAsWhat =
  | { readonly kind: 'dossier'; readonly code: string }
  | { readonly kind: 'procedure'; readonly code: string }
  | { readonly kind: 'words' };

/** Tells a dossier's code from a procedure's code from words. */
export function tellApart(typed: string): TypedAsWhat {
  const plain = plainCode(typed);
  if (WHOLE_CODE.test(plain)) return { kind: 'dossier', code: plain };
  const procedure = normaliseCode(typed);
  if (procedure !== undefined) return { kind: 'procedure', code: procedure };
  const read = readDossierCode(typed);
  const isOnePiece = !/\s/u.test(typed.trim());
  if (read !== undefined && (WHOLE_CODE.test(read) || (isOnePiece && LOOSE.test(read))))
    return { kind: 'dossier', code: read };
  return { kind: 'words' };
}
