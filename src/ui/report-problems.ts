import type { Problem } from '../shared/result.js';
import { reportOnce } from './report.js';

/** As many as a person reads; the rest is counted. */
const MOST = 20;

/**
 * Tells the webmaster in the console, in every language, what is wrong and how to mend it. The words are fetched only
 * when there is something to tell; where they do not come, the codes have to do.
 * @param where address of a file, or a tag
 */
export async function reportProblems(where: string, found: readonly Problem[]): Promise<void> {
  if (found.length === 0) return;
  const told = found.slice(0, MOST);
  const words = await import('./problem-words.js').then(
    ({ problemWords }) => problemWords(told),
    () => told.map(({ code }) => code),
  );
  for (const sentence of words) reportOnce(`${where}: ${sentence}`);
  if (found.length > MOST) reportOnce(`${where}: +${String(found.length - MOST)}`);
}
