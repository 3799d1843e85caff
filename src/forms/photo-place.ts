/** Tag of a photo's notes (Exif 2.32) under which the notes on its place are. */
const PLACE_NOTES = 0x8825;
const LATITUDE = 2;
/** What a camera that writes its notes as text (XMP) calls the latitude. */
const WRITTEN = 'GPSLatitude'.split('').map((sign) => sign.charCodeAt(0));

/**
 * Whether a photo tells where it was taken. The notes may stand anywhere: before the picture in a JPEG, behind it in a
 * HEIC or a WebP; so every place is looked at where notes could begin.
 * @param bytes all of it, not trusted in any way
 */
export function tellsPlace(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (const [first, isLittle] of [
    [0x49, true],
    [0x4d, false],
  ] as const)
    for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
      if (isTiff(view, at, isLittle) && hasLatitude(view, at, isLittle)) return true;
  return isWritten(bytes);
}

/** `II*` or `MM*`, by the order of bytes. */
const isTiff = (view: DataView, at: number, isLittle: boolean): boolean =>
  at + 8 <= view.byteLength &&
  view.getUint8(at + 1) === view.getUint8(at) &&
  view.getUint16(at + 2, isLittle) === 42;

function hasLatitude(view: DataView, start: number, isLittle: boolean): boolean {
  const first = view.getUint32(start + 4, isLittle);
  const notes = entry(view, start, first, isLittle, PLACE_NOTES);
  return notes !== undefined && entry(view, start, notes, isLittle, LATITUDE) !== undefined;
}

/** The value, or where it is, of a tag in a list of notes. */
function entry(
  view: DataView,
  start: number,
  list: number,
  isLittle: boolean,
  tag: number,
): number | undefined {
  const from = start + list;
  if (from + 2 > view.byteLength) return undefined;
  const count = view.getUint16(from, isLittle);
  for (let at = from + 2, left = count; left > 0 && at + 12 <= view.byteLength; at += 12, left -= 1)
    if (view.getUint16(at, isLittle) === tag) return view.getUint32(at + 8, isLittle);
  return undefined;
}

function isWritten(bytes: Uint8Array): boolean {
  const [first = 0] = WRITTEN;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1))
    if (WRITTEN.every((sign, by) => bytes[at + by] === sign)) return true;
  return false;
}
