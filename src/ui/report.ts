import type { Problem } from '../shared/result.js';

const told = new Set<string>();

/** Tells the webmaster, once, in the console. Never anything a citizen typed. */
export function reportOnce(message: string): void {
  if (told.has(message)) return;
  told.add(message);
  console.warn(`[dvc-widgets] ${message}`);
}

/** A fault of ours: the webmaster has it in the console, the person still gets an answer and a way to try again. */
export function faultOf(error: unknown): Problem {
  reportOnce(String(error));
  return { code: 'unexpected' };
}
