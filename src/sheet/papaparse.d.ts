/** What is used of it; its published types drag those of Node into code that runs in a worker. */
declare module 'papaparse' {
  interface Parsed {
    readonly data: readonly (readonly string[])[];
    readonly errors: readonly { readonly code: string; readonly row?: number }[];
  }
  const Papa: {
    parse(text: string, options: { readonly delimiter: string }): Parsed;
    unparse(rows: readonly (readonly string[])[], options: { readonly newline: string }): string;
  };
  export default Papa;
}
