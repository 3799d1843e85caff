/** What a signature in a PDF says of itself. Nothing of it is checked here: that takes the certificates of the state. */
export interface DeclaredSignature {
  /** Who signed, as the signature says. */
  readonly name?: string | undefined;
  /** An instant, ISO 8601. */
  readonly at?: string | undefined;
  /** Its kind, e.g. `ETSI.CAdES.detached`. */
  readonly kind?: string | undefined;
}

/** Objects are looked at around the bytes that each signature covers, and no further. */
const REACH = 4096;
const MOST = 10;

/** Signatures that stand in a PDF, in the order in which they do; none where it has none that can be read. */
export function declaredSignatures(bytes: ArrayBuffer): DeclaredSignature[] {
  const text = new TextDecoder('latin1').decode(bytes);
  const found: DeclaredSignature[] = [];
  for (let at = text.indexOf('/ByteRange'); at >= 0 && found.length < MOST;) {
    const start = Math.max(text.lastIndexOf(' obj', at), at - REACH, 0);
    const end = text.indexOf('endobj', at);
    // The signature itself is long and in hexadecimal; nothing in it is looked for.
    const object = text.slice(start, end < 0 ? at + REACH : end).replace(/<[0-9A-Fa-f\s]{64,}>/gu, '');
    const [, name] = /\/Name\s*\(((?:\\.|[^\\)])*)\)/su.exec(object) ?? [];
    const [, date] = /\/M\s*\(D:(\d{14}(?:Z|[+-]\d{2}'?\d{2})?)/u.exec(object) ?? [];
    const [, kind] = /\/SubFilter\s*\/([\w.]{1,60})/u.exec(object) ?? [];
    found.push({ name: name === undefined ? undefined : pdfText(name), at: date && instantOf(date), kind });
    at = text.indexOf('/ByteRange', at + 1);
  }
  return found;
}

/** A text of a PDF: Latin, or UTF-16 where its first two bytes say so. */
function pdfText(raw: string): string {
  const plain = raw
    .replace(/\\([()\\])/gu, '$1')
    .replace(/\\(\d{3})/gu, (_, octal: string) => String.fromCharCode(parseInt(octal, 8)));
  if (!plain.startsWith('\u00fe\u00ff')) return plain.trim();
  const bytes = Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
  return new TextDecoder('utf-16be')
    .decode(bytes)
    .replace(/\ufeff/gu, '')
    .trim();
}

/** `20261126093000+07'00'` as an instant; without a zone that of Việt Nam. */
function instantOf(date: string): string | undefined {
  const [, y = '', mo = '', d = '', h = '', mi = '', s = '', zone = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(.*)$/u.exec(date) ?? [];
  const offset = zone === '' ? '+07:00' : zone === 'Z' ? 'Z' : zone.replace(/^(.\d\d)'?(\d\d)$/u, '$1:$2');
  const instant = Date.parse(`${y}-${mo}-${d}T${h}:${mi}:${s}${offset}`);
  return Number.isNaN(instant) ? undefined : new Date(instant).toISOString();
}
