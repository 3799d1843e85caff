/** A value that can be read at any time and watched. The only bridge between the domain and the elements. */
export interface Store<State> {
  readonly snapshot: State;
  /** Calls back after every change; returns how to stop. */
  subscribe(listener: () => void): () => void;
}

export interface WritableStore<State> extends Store<State> {
  set(next: State): void;
}

export function createStore<State>(initial: State): WritableStore<State> {
  const listeners = new Set<() => void>();
  let snapshot = initial;
  return {
    get snapshot() {
      return snapshot;
    },
    set(next) {
      snapshot = next;
      for (const listener of [...listeners]) listener();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}
