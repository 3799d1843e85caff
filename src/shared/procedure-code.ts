/*
 * A procedure's code is `d.dddddd`, the digit from 1 to 6. Published lists carry it with stray spaces, without its
 * dot, with dots in between, with the agency's code behind it (`.H42`, `.000.00.00.H47`), with the number of a case
 * (`.01`) or marked as deleted (`-Xoa`). What cannot be read for sure is not read at all.
 */
const CODE = /^([1-6])\.?(\d{3})\.?(\d{3})(?!\d)(.*)$/u;

/** What may follow a code: number of a case, agency code old and new, the mark of deletion. */
const SUFFIX = /^(?:\.\d{2})?(?:[.-]?(?:\d{2,3}\.)*[A-Y]\d{2}(?:\.\d{2,3})*)?(?:-XOA)?\.?$/u;

/** The number of a case behind a code. */
const CASE = /^[1-6]\.?\d{3}\.?\d{3}(\.\d{2})(?!\d)/u;

/** What people put before a code: "mã số:", "ma thu tuc", "TTHC". */
const LABEL = /^\s*(?:(?:M[ÃA]|S[ỐO]|TH[ỦU]\s+T[ỤU]C|H[ÀA]NH\s+CH[ÍI]NH|TTHC)(?:\s+|:|(?=\d)))+:?/u;

/**
 * The code under which other lists know a procedure, `d.dddddd`; undefined rather than a guess.
 * @param raw as a publisher or a person wrote it, e.g. `1.003441. H42`, `mã 1014217`
 */
export function normaliseCode(raw: string): string | undefined {
  const [, kind, thousands, units, suffix = ''] = CODE.exec(bareCode(raw)) ?? [];
  return kind && thousands && units && SUFFIX.test(suffix) ? `${kind}.${thousands}${units}` : undefined;
}

/** The case of a procedure that a published code means, e.g. `.01`; empty where it means the whole procedure. */
export const caseOf = (raw: string): string => CASE.exec(bareCode(raw))?.[1] ?? '';

/** Without what people put around a code and between its parts. */
const bareCode = (raw: string): string =>
  raw
    .normalize('NFKC')
    .toUpperCase()
    .replace(LABEL, '')
    .replace(/[\s()\u200b-\u200d\ufeff]+/gu, '')
    .replace(/[‐-―]/gu, '-');
