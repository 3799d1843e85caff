import { known, trimmed } from './words.mjs';

/** More copies than anybody is asked for; the source ran a form's number and the count together. */
const MOST_LIKELY = 20;

/**
 * Papers by case. A heading of the source begins with a capital or a digit ("Trường hợp …", "1) Đối với …"); what
 * begins with a small letter ("xuất trình", "nếu có") says something of the single paper and stays with its name.
 */
export function paperGroups({ documents }) {
  const groups = new Map();
  for (const line of documents ?? []) {
    const condition = trimmed(line.condition);
    const isRemark = condition !== undefined && /^\p{Ll}/u.test(condition);
    const heading = isRemark ? undefined : condition?.replace(/\s*[:;]$/u, '');
    const name = trimmed(line.name);
    const papers = groups.get(heading) ?? [];
    groups.set(heading, papers);
    papers.push(
      line.kind === 'note'
        ? { kind: 'remark', name: isRemark ? `${name} (${condition})` : name }
        : known({
            name: isRemark ? `${name} (${condition})` : name,
            originals: line.original || undefined,
            copies: line.copy || undefined,
            hasForm: line.hasForm || undefined,
          }),
    );
  }
  return [...groups].map(([heading, papers]) => known({ case: heading, papers }));
}

/** Lines were left out or cut by the collector. */
export const isShortened = ({ documents, documentsShortened, documentsOmitted }) =>
  documentsShortened === true ||
  documentsOmitted > 0 ||
  (documents ?? []).some(({ name, condition }) => name.endsWith('…') || condition?.endsWith('…') === true);

/** Counts that the source gives and nobody should believe. */
export const unlikelyCounts = ({ documents }) =>
  (documents ?? []).flatMap(({ original, copy }) => [original, copy]).filter((count) => count > MOST_LIKELY);
