import { FetchTrouble } from '../gateway/fetch-text.js';
import { openFile, patience } from './data-files.js';

/**
 * A small file of data that a page can do without: undefined where it does not come in time, or is of no use. Its last
 * good copy stands in for it as for a catalogue.
 * @param check makes a value of what is in the file; throws a `FetchTrouble` where it is of no use
 */
export function loadJsonFile<Value>(
  url: string,
  check: (json: unknown) => Value,
): Promise<Value | undefined> {
  const store = openFile(
    url,
    async (chunks) => {
      let text = '';
      for await (const chunk of chunks) text += chunk;
      return { value: check(parse(text)), isWhole: true };
    },
    patience,
  );
  const coming = new Promise<Value | undefined>((resolve) => {
    const look = () => {
      const state = store.snapshot;
      if (state.status !== 'loading') resolve(state.status === 'ready' ? state.value : undefined);
    };
    store.subscribe(look);
    look();
  });
  return Promise.race([coming, patience().then(() => undefined)]);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw new FetchTrouble({ code: 'broken-json' });
  }
}
