import { firstState, settle, type ElementRules, type EmbedState, type Options } from './embed-state.js';

/*
 * An embedding in the fragment of an address, which no server sees: it can be sent to a colleague and opened again.
 * `#part=procedure-lookup&procedure-lookup.catalog=/data/catalog.json&theme=dark`.
 */

/** Before the name of a shared setting. */
export const SHARED = 'page';

const PLAIN = ['theme', 'accent', 'language', 'platform', 'delivery', 'base', 'frame', 'framedBy'] as const;

/** @param state settled */
export function toFragment(state: EmbedState): string {
  const fields = new URLSearchParams();
  for (const part of state.parts) fields.append('part', part);
  const add = (where: string, options: Options) => {
    for (const [name, value] of Object.entries(options)) fields.append(`${where}.${name}`, value);
  };
  add(SHARED, state.shared);
  for (const [part, options] of Object.entries(state.options)) add(part, options);
  for (const name of PLAIN) if (state[name] !== firstState[name]) fields.append(name, state[name]);
  fields.append('link', state.link.href);
  fields.append('text', state.link.text);
  // Readable where it need not be otherwise.
  return fields.toString().replace(/%2F/gu, '/').replace(/%3A/gu, ':');
}

/**
 * The embedding that a fragment tells, settled; undefined where it tells none. Whatever somebody wrote there, only what
 * the rules know is read.
 * @param fragment with or without its `#`
 */
export function fromFragment(fragment: string, rules: ElementRules): EmbedState | undefined {
  const fields = new URLSearchParams(fragment.replace(/^#/u, ''));
  const parts = fields.getAll('part');
  if (!parts.some((part) => Object.hasOwn(rules, part))) return undefined;
  const below = (where: string): Options =>
    Object.fromEntries(
      [...fields]
        .filter(([name]) => name.startsWith(`${where}.`))
        .map(([name, value]) => [name.slice(where.length + 1), value]),
    );
  const plain = Object.fromEntries(PLAIN.map((name) => [name, fields.get(name) ?? firstState[name]]));
  return settle(
    {
      ...firstState,
      ...plain,
      parts,
      shared: below(SHARED),
      options: Object.fromEntries(parts.map((part) => [part, below(part)])),
      link: {
        href: fields.get('link') ?? firstState.link.href,
        text: fields.get('text') ?? firstState.link.text,
      },
    },
    rules,
  );
}
