/** Whether somebody is at what the selector finds, or nowhere: only then are they brought to what is new there. */
export function isAt({ activeElement: held }: DocumentOrShadowRoot, selector: string): boolean {
  return held ? held.closest(selector) !== null : document.activeElement === document.body;
}
