/** Who listens to the window and the document, from now on. */
export interface ListenerWatch {
  /** What is listened to at this moment, a line for each listener. */
  readonly now: () => readonly string[];
  readonly stop: () => void;
}

/** Counts what is added, and takes off what is removed, by hand or by a signal. */
export function watchListeners(): ListenerWatch {
  const listeners: unknown[] = [];
  const active = new Set<string>();
  const targets: Readonly<Record<string, EventTarget>> = { window, document };
  for (const [name, target] of Object.entries(targets)) {
    const { addEventListener: add, removeEventListener: remove } = target;
    const key = (type: string, listener: unknown) => {
      if (!listeners.includes(listener)) listeners.push(listener);
      return `${name} ${type} ${String(listeners.indexOf(listener))}`;
    };
    target.addEventListener = (...words: Parameters<typeof add>) => {
      const [type, listener, options] = words;
      const one = key(type, listener);
      active.add(one);
      if (typeof options === 'object') options.signal?.addEventListener('abort', () => active.delete(one));
      add.apply(target, words);
    };
    target.removeEventListener = (...words: Parameters<typeof remove>) => {
      active.delete(key(words[0], words[1]));
      remove.apply(target, words);
    };
  }
  return {
    now: () => [...active],
    stop() {
      for (const target of Object.values(targets)) {
        delete (target as { addEventListener?: unknown }).addEventListener;
        delete (target as { removeEventListener?: unknown }).removeEventListener;
      }
    },
  };
}
