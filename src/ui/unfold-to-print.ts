/**
 * Opens what is folded while the page prints: on paper nobody presses anything.
 * @param root of what is opened
 * @returns ends it
 */
export function unfoldToPrint(root: () => ParentNode): () => void {
  let opened: HTMLDetailsElement[] = [];
  const fold = (): void => {
    for (const details of opened) details.open = false;
    opened = [];
  };
  const unfold = (): void => {
    opened = [...root().querySelectorAll<HTMLDetailsElement>('details:not([open])')];
    for (const details of opened) details.open = true;
  };
  window.addEventListener('beforeprint', unfold);
  window.addEventListener('afterprint', fold);
  return () => {
    window.removeEventListener('beforeprint', unfold);
    window.removeEventListener('afterprint', fold);
    fold();
  };
}
