/**
 * The line for the webmaster about code that did not come.
 * @param what was asked for, as it is written on the page: the name of a tag
 */
export const notLoaded = (what: string): string =>
  `Không tải được mã của <${what}>. Kiểm tra đường dẫn tệp và CSP (script-src). / The code of <${what}> could not be loaded. Check the address of the file and the CSP (script-src).`;
