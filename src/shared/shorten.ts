/** A text of at most this many letters: cut after a whole word, and marked as cut. */
export function shorten(text: string, most: number): string {
  const whole = text.trim();
  if (whole.length <= most) return whole;
  const kept = whole.slice(0, most);
  const end = /\s/u.test(whole.charAt(most)) ? most : kept.lastIndexOf(' ');
  // A word without an end, as pasted addresses are, is cut within.
  const words = end > most / 2 ? kept.slice(0, end) : kept.slice(0, -1);
  return `${words.replace(/[\s,.;:…–-]+$/u, '')}…`;
}
