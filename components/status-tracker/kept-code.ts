import { CODE_IN_FRAGMENT, codeInFragment, WHOLE_CODE } from '../../src/dossiers/code-shape.js';
import { plainCode } from '../../src/dossiers/dossier-code.js';

/**
 * Keeps the code of a dossier in the fragment of the page's address, which no server sees, in the place of the one that
 * is there. Only a code of a known shape: what else was typed may be anything. A fragment of the page's own is left alone.
 */
export function keepCode(typed: string): void {
  const { hash, pathname, search } = location;
  const there = codeInFragment(hash);
  if (hash !== '' && there === undefined) return;
  const code = plainCode(typed);
  // What a link brought stays, whatever its shape.
  if (there === code) return;
  const kept = WHOLE_CODE.test(code) ? `#${CODE_IN_FRAGMENT}=${code}` : '';
  if (kept === hash) return;
  try {
    history.replaceState(history.state, '', pathname + search + kept);
  } catch {
    // WebKit takes a hundred in ten seconds: whoever types faster has the code of a moment ago.
  }
}
