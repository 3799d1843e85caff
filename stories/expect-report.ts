/** What the webmaster is told in the console belongs to this story; any other story must be silent. */
export function expectReport(): () => void {
  const { console: log } = window;
  const { warn } = log;
  log.warn = (...words: unknown[]) => {
    if (!String(words[0]).startsWith('[dvc-widgets]')) warn(...words);
  };
  return () => {
    log.warn = warn;
  };
}
