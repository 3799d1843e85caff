import { doubtsOfPage, type PageDoubt } from '../forms/chosen-file.js';
import type { PhotoPage } from '../forms/jpeg-pdf.js';

/** Longer side of a page in pixels: 190 dots an inch on A4, enough for small print. */
const LONGEST_SIDE = 2200;
const QUALITY = 0.72;
/** What is tried where pages are too large together; the smallest is 120 dots an inch on A4, and can just be read. */
export const SMALLER = [
  { side: 1800, quality: 0.6 },
  { side: 1400, quality: 0.5 },
] as const;
/** Pixels of the longer side that a page is judged by. */
const JUDGED_SIDE = 600;

export interface PreparedPage extends PhotoPage {
  readonly doubts: readonly PageDoubt[];
}

/**
 * A photo as a page: upright, as large as can be read, drawn anew, so that place, camera and date stay behind.
 * @param watermark drawn across it, faint but on everything
 * @returns undefined where the browser cannot read it (HEIC in most of them)
 */
export async function preparePhoto(
  photo: Blob,
  watermark: string | undefined,
): Promise<PreparedPage | undefined> {
  const bitmap = await createImageBitmap(photo, { imageOrientation: 'from-image' }).catch(() => undefined);
  if (!bitmap) return undefined;
  try {
    const canvas = drawn(bitmap, LONGEST_SIDE);
    const doubts = doubtsOf(bitmap);
    if (watermark) stamp(canvas, watermark);
    const jpeg = await jpegOf(canvas);
    return jpeg && { jpeg, width: canvas.width, height: canvas.height, doubts };
  } finally {
    // Twelve million pixels are a twentieth of a cheap phone's memory.
    bitmap.close();
  }
}

/** A page as it was made before, looked at again. */
export async function lookedAt(page: PhotoPage): Promise<PreparedPage> {
  const bitmap = await bitmapOf(page).catch(() => undefined);
  const doubts = bitmap ? doubtsOf(bitmap) : [];
  bitmap?.close();
  return { ...page, doubts };
}

/** The page with fewer dots, and each of them less exact; as it is where that would make it larger. */
export async function smallerPage(
  page: PreparedPage,
  { side, quality }: (typeof SMALLER)[number],
): Promise<PreparedPage> {
  const bitmap = await bitmapOf(page);
  const canvas = drawn(bitmap, side);
  bitmap.close();
  const jpeg = await jpegOf(canvas, quality);
  if (!jpeg || jpeg.byteLength >= page.jpeg.byteLength) return page;
  return { ...page, jpeg, width: canvas.width, height: canvas.height };
}

/** The page turned by a quarter, clockwise. */
export async function turnPage(page: PreparedPage): Promise<PreparedPage> {
  const bitmap = await bitmapOf(page);
  const canvas = document.createElement('canvas');
  canvas.width = bitmap.height;
  canvas.height = bitmap.width;
  const context = canvas.getContext('2d');
  context?.translate(canvas.width, 0);
  context?.rotate(Math.PI / 2);
  context?.drawImage(bitmap, 0, 0);
  bitmap.close();
  return { ...page, width: canvas.width, height: canvas.height, jpeg: (await jpegOf(canvas)) ?? page.jpeg };
}

/** Pixels of the longer side of a small picture; twice what is seen, for sharp screens. */
const SMALL_SIDE = 192;

/** Draws a page small. On a canvas, because a strict policy of the page allows no picture that was made in it. */
export async function drawPage(canvas: HTMLCanvasElement, page: PreparedPage): Promise<void> {
  const bitmap = await bitmapOf(page);
  const scale = SMALL_SIDE / Math.max(page.width, page.height);
  canvas.width = Math.round(page.width * scale);
  canvas.height = Math.round(page.height * scale);
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  bitmap.close();
}

const bitmapOf = ({ jpeg }: PhotoPage): Promise<ImageBitmap> =>
  createImageBitmap(new Blob([jpeg], { type: 'image/jpeg' }));

async function jpegOf(
  canvas: HTMLCanvasElement,
  quality = QUALITY,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
  return blob ? new Uint8Array(await blob.arrayBuffer()) : undefined;
}

function drawn(bitmap: ImageBitmap, longest: number): HTMLCanvasElement {
  const scale = Math.min(1, longest / Math.max(bitmap.width, bitmap.height));
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(bitmap.width * scale));
  canvas.height = Math.max(1, Math.round(bitmap.height * scale));
  const context = canvas.getContext('2d', { willReadFrequently: longest < LONGEST_SIDE });
  // JPEG has no see-through; paper is white.
  if (context) {
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  }
  return canvas;
}

function doubtsOf(bitmap: ImageBitmap): PageDoubt[] {
  const canvas = drawn(bitmap, JUDGED_SIDE);
  const { width, height } = canvas;
  const data = canvas.getContext('2d')?.getImageData(0, 0, width, height).data;
  if (!data) return [];
  const grey = Uint8Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0] = [data[4 * at], data[4 * at + 1], data[4 * at + 2]];
    return 0.299 * red + 0.587 * green + 0.114 * blue;
  });
  return doubtsOfPage(grey, width, height);
}

function stamp(canvas: HTMLCanvasElement, words: string): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const font = (pixels: number) => `600 ${String(pixels)}px system-ui, sans-serif`;
  let size = Math.max(14, Math.round(canvas.width / 28));
  context.font = font(size);
  // The whole sentence must be there once at least, however long a procedure is called.
  const fitting = (0.9 * canvas.width) / context.measureText(words).width;
  if (fitting < 1) size = Math.max(14, Math.floor(size * fitting));
  context.font = font(size);
  context.fillStyle = 'rgba(150, 0, 0, 0.32)';
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate(-Math.PI / 7);
  const width = context.measureText(words).width;
  const step = width + size * 2;
  const reach = Math.hypot(canvas.width, canvas.height) / 2;
  for (let y = -reach; y < reach; y += size * 5)
    for (let x = -width / 2 - step * Math.ceil(reach / step); x < reach; x += step)
      context.fillText(words, x, y);
}

/** The pixels of a picture, for what looks for a code in it. */
export async function pixelsOf(
  photo: Blob | HTMLVideoElement,
): Promise<
  { readonly data: Uint8ClampedArray; readonly width: number; readonly height: number } | undefined
> {
  const bitmap = await createImageBitmap(photo).catch(() => undefined);
  if (!bitmap) return undefined;
  const canvas = drawn(bitmap, 1600);
  bitmap.close();
  return canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
}
