/** What is used of it; it brings no types. */
declare module 'saxen' {
  type Decode = (text: string) => string;
  export class Parser {
    on(event: 'openTag', act: (name: string, attributes: () => object, decode: Decode) => void): this;
    on(event: 'closeTag', act: (name: string) => void): this;
    on(event: 'text', act: (text: string, decode: Decode) => void): this;
    on(event: 'error', act: (error: Error) => void): this;
    parse(xml: string): this;
  }
}
