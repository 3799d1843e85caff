/** Signs by which spreadsheets take a cell for a formula, full-width ones and control signs included. */
const FORMULA = /^[\s\0]*[=+\-@\t\r\n|%＝＋－＠]/u;

/**
 * Rows as CSV that spreadsheets open: every cell quoted, line ends of Windows, a mark that it is UTF-8. A cell that
 * would be worked out gets an apostrophe before it (OWASP ASVS 5.0, 1.2.10).
 */
export function csvOf(rows: readonly (readonly string[])[]): string {
  const lines = rows.map((cells) => cells.map(cellOf).join(','));
  return `\uFEFF${lines.join('\r\n')}\r\n`;
}

function cellOf(text: string): string {
  const plain = FORMULA.test(text) ? `'${text}` : text;
  return `"${plain.replaceAll('"', '""')}"`;
}
