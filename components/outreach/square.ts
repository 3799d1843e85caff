import type { Room } from '../../src/catalog/outreach-facts.js';
import { defaultTheme as ink } from '../../src/themes/default-theme.js';
import { broken, drawCode, FAMILY } from '../../src/ui/drawn-text.js';
import { feeLines, paperSum, timeLines, whereLines } from './facts.js';
import { typed, type OutreachRecord } from './record.js';

/** Pixels: what messaging apps show without cutting it. */
export const SIDE = 1080;
const MARGIN = 56;
const WIDE = SIDE - 2 * MARGIN;
/** Height of the band with the place, and of the one below. */
const BAND = 104;
const NOTICE = 60;
/** What is at the foot. */
const FOOT = 318;
const ROOM: Room = { name: 420, agency: 90, papers: 0, paper: 70 };
const TITLE_SIZES = [80, 68, 58, 50, 43, 37, 32];
const MOST_TITLE = 300;

/** Rows of a text in the largest of these sizes in which all of it fits; the last is cut, and says so. */
function fitted(
  context: CanvasRenderingContext2D,
  text: string,
  {
    sizes,
    width,
    height,
    weight,
  }: { sizes: readonly number[]; width: number; height: number; weight: number },
): { readonly rows: readonly string[]; readonly size: number } {
  let size = sizes[0] ?? 0;
  let rows: string[] = [];
  for (size of sizes) {
    context.font = `${String(weight)} ${String(size)}px ${FAMILY}`;
    rows = broken(context, text, width);
    if (rows.length * size * 1.3 <= height) return { rows, size };
  }
  const most = Math.max(Math.floor(height / (size * 1.3)), 1);
  const kept = rows.slice(0, most);
  let last = kept.at(-1) ?? '';
  while (last && context.measureText(`${last}…`).width > width) last = last.replace(/\s*\S+$/u, '');
  return { rows: [...kept.slice(0, -1), `${last.replace(/[\s,.;:]+$/u, '')}…`], size };
}

/** Draws rows from a top edge. @returns the bottom edge */
function drawRows(
  context: CanvasRenderingContext2D,
  { rows, size }: ReturnType<typeof fitted>,
  left: number,
  top: number,
): number {
  rows.forEach((row, at) => context.fillText(row, left, top + size * (1.3 * at + 1)));
  return top + rows.length * size * 1.3;
}

/** The facts of the picture, each with its name. */
export function squareFacts(record: OutreachRecord): readonly (readonly [name: string, words: string])[] {
  const { i18n, level } = record;
  return [
    [i18n.t('sheet.place'), [level.name, ...whereLines(record, ROOM).map(({ words }) => words)].join(' · ')],
    [i18n.t('sheet.bring'), paperSum(record)],
    [i18n.t('sheet.cost'), [...feeLines(record), ...timeLines(record, ROOM)].join(' · ')],
  ];
}

/**
 * Draws the record as a square for messages.
 * @returns false where the browser draws nothing
 */
export function drawSquare(canvas: HTMLCanvasElement, record: OutreachRecord): boolean {
  const context = canvas.getContext('2d');
  if (!context) return false;
  const { i18n, place, procedure, address, code, phone } = record;
  canvas.width = SIDE;
  canvas.height = SIDE;
  const fill = (color: string, top: number, height: number) => {
    context.fillStyle = color;
    context.fillRect(0, top, SIDE, height);
  };
  const write = (
    text: string,
    color: string,
    box: {
      left?: number;
      top: number;
      width?: number;
      height: number;
      sizes: readonly number[];
      weight?: number;
    },
  ): number => {
    const { left = MARGIN, top, width = WIDE, height, sizes, weight = 400 } = box;
    const rows = fitted(context, text, { sizes, width, height, weight });
    context.fillStyle = color;
    return drawRows(context, rows, left, top);
  };
  fill(ink.surface, 0, SIDE);
  fill(ink.accent, 0, BAND);
  write(place.catalog.place, ink['on-accent'], { top: 24, height: 60, sizes: [42, 34, 28, 22], weight: 700 });
  let top = BAND;
  if (place.catalog.sample) {
    fill(ink.mark, top, NOTICE);
    write(i18n.t('sample'), ink['on-mark'], { top: top + 11, height: 42, sizes: [30, 26, 22], weight: 700 });
    top += NOTICE;
  }
  top = write(procedure.name, ink.accent, {
    top: top + 22,
    height: MOST_TITLE,
    sizes: TITLE_SIZES,
    weight: 700,
  });
  const facts = squareFacts(record);
  const each = (SIDE - FOOT - top - 18) / facts.length;
  facts.forEach(([name, words], at) => {
    const from = top + 18 + at * each;
    const below = write(name, ink['text-quiet'], { top: from, height: 34, sizes: [25], weight: 600 });
    write(words, ink.text, { top: below, height: each - 44, sizes: [40, 36, 32, 28, 25, 22], weight: 700 });
  });
  fill(ink['accent-soft'], SIDE - FOOT, FOOT);
  const side = FOOT - MARGIN;
  const hasCode = code !== undefined && address !== undefined;
  if (hasCode) drawCode(context, code, MARGIN, SIDE - MARGIN / 2 - side, side);
  const left = hasCode ? MARGIN + side + 36 : MARGIN;
  const box = { left, width: SIDE - MARGIN - left };
  let below = SIDE - FOOT + 26;
  if (hasCode) {
    below = write(i18n.t('sheet.scan'), ink.text, {
      ...box,
      top: below,
      height: 56,
      sizes: [40, 34, 28],
      weight: 700,
    });
    below = write(typed(address), ink.text, { ...box, top: below + 4, height: 80, sizes: [28, 25, 22, 19] });
  }
  if (phone)
    below = write(i18n.t('sheet.phone', { phone }), ink.text, {
      ...box,
      top: below + 6,
      height: 40,
      sizes: [30, 26, 22],
      weight: 700,
    });
  write(provenanceLine(record), ink['text-quiet'], {
    ...box,
    top: below + 8,
    height: SIDE - below - 24,
    sizes: [21, 19, 17],
  });
  return true;
}

const provenanceLine = ({ i18n, procedure, place, today }: OutreachRecord): string =>
  [
    i18n.t('code', { code: procedure.code }),
    i18n.t('sheet.catalog', { publisher: place.catalog.publisher, day: i18n.day(place.catalog.publishedOn) }),
    i18n.t('sheet.made', { day: i18n.day(today) }),
  ]
    .join('. ')
    .replace('..', '.');
