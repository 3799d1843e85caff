/**
 * A file of records as text, one record a line, so that a change of one procedure is a change of one line.
 * @param list name of the member that holds the records
 */
export function recordsText(file: Readonly<Record<string, unknown>>, list: string): string {
  const head = Object.entries(file)
    .filter(([name]) => name !== list)
    .map(([name, value]) => `  ${JSON.stringify(name)}: ${JSON.stringify(value)},\n`);
  const rows = (file[list] as readonly unknown[]).map((record) => `    ${JSON.stringify(record)}`);
  return `{\n${head.join('')}  ${JSON.stringify(list)}: [\n${rows.join(',\n')}\n  ]\n}\n`;
}
