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

/** A state worked out from others: anew when one of them changed, and only when somebody looks. */
export function derive<State>(sources: readonly Store<unknown>[], compute: () => State): Store<State> {
  let last: { readonly seen: readonly unknown[]; readonly state: State } | undefined;
  return {
    get snapshot() {
      const seen = sources.map((source) => source.snapshot);
      if (!last?.seen.every((value, at) => value === seen[at])) last = { seen, state: compute() };
      return last.state;
    },
    subscribe(listener) {
      const stops = sources.map((source) => source.subscribe(listener));
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
