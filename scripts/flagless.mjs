/** JSON Schema knows no flags: `i` is written out, letter by letter; `u` is what it means anyway. */
export function flagless({ source, flags }) {
  if (!flags.includes('i')) return source;
  return source.replace(/\\.|\[[^\]]*\]|[a-z]/giu, (part) =>
    /^[a-z]$/iu.test(part) ? `[${part.toLowerCase()}${part.toUpperCase()}]` : part,
  );
}
