/**
 * Copies words; where the page may not, or has no https to do it with, they are marked to be copied by hand.
 * @param mark selects them where they stand
 * @returns whether they were copied
 */
export async function copyText(text: string, mark: () => void): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    mark();
    return false;
  }
}
