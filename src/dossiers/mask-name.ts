/** A name of which only the first letter of each word is told: `N** T** M**`. */
export const maskName = (name: string): string =>
  name
    .normalize('NFC')
    .split(/\s+/u)
    .map(([first]) => (first === undefined ? '' : `${first}**`))
    .join(' ')
    .trim();
