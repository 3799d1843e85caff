import { reportOnce } from './report.js';

/**
 * The line for the webmaster about code that did not come.
 * @param what was asked for, as it is written on the page: the name of a tag
 */
export const notLoaded = (what: string): string =>
  `Không tải được mã của <${what}>. Kiểm tra đường dẫn tệp và CSP (script-src). / The code of <${what}> could not be loaded. Check the address of the file and the CSP (script-src).`;

/**
 * Says that the code of an element did not come: the webmaster has it in the console.
 * @param tag as this library calls it
 * @param name of the tag on this page
 */
export function tellNotLoaded(tag: string, name: string): void {
  const words = notLoaded(tag);
  reportOnce(words);
  // Whoever asked for the doctor looks at the page.
  if (tag === 'dvc-doctor') document.querySelector(name)?.append(words);
}
