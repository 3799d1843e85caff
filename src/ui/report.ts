const told = new Set<string>();

/** Tells the webmaster, once, in the console. Never anything a citizen typed. */
export function reportOnce(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  console.warn(`[dvc-widgets] ${message}`);
}
