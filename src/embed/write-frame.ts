import type { EmbedState } from './embed-state.js';
import { attributesText, escapeText } from './write-markup.js';

/*
 * For systems in which nobody can put a script: a page on the commune's own server, and the frame that shows it.
 */

/** The script of both sides of a frame, beside the others. */
export const FRAME_SCRIPT = 'dvc.frame.min.js';
/** The style sheet that the page asks for where an accent was chosen; it lies beside the page. */
export const FRAME_STYLE = 'dvc-mau.css';

/** What the page may do in its frame: nothing to the page around, whoever gets hold of it. */
const SANDBOX = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-modals',
  'allow-downloads',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
].join(' ');

/** Elements that take photographs or read codes by the camera. */
const WITH_CAMERA = new Set(['form-steps', 'status-tracker']);

/** Height before anything is known of the content, and for good where no script may set another; CSS pixels. */
const HEIGHT = '720';

/**
 * The page that is shown in the frame, whole.
 * @param title what it is called
 * @param head lines of its head, from the sheet on
 * @param bodies the elements
 * @param hasStyle whether there is a rule for a style sheet of its own
 */
export function framedPage(
  { base, language, framedBy }: EmbedState,
  title: string,
  head: string,
  bodies: readonly string[],
  hasStyle: boolean,
): string {
  const script: [string, string][] = [
    ['defer', ''],
    ['src', base + FRAME_SCRIPT],
    ...(framedBy === '' ? [] : ([['data-framed-by', framedBy]] as [string, string][])),
  ];
  return [
    '<!doctype html>',
    `<html lang="${language || 'vi'}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escapeText(title)}</title>`,
    head,
    ...(hasStyle ? [`<link rel="stylesheet" href="${FRAME_STYLE}">`] : []),
    `<script${attributesText(script)}></script>`,
    '</head>',
    '<body>',
    ...bodies,
    '</body>',
    '</html>',
  ].join('\n');
}

/** The frame, and a link for whoever does not see it or wants the page as a whole. */
export function frameMarkup({ parts, frame }: EmbedState, title: string): string {
  const features = [...(parts.some((part) => WITH_CAMERA.has(part)) ? ['camera'] : []), 'clipboard-write'];
  const attributes: [string, string][] = [
    ['src', frame],
    ['title', title],
    ['width', '100%'],
    ['height', HEIGHT],
    ['loading', 'lazy'],
    ['sandbox', SANDBOX],
    ['allow', features.join('; ')],
    ['data-dvc-frame', ''],
  ];
  return `<iframe${attributesText(attributes)}></iframe>\n<p><a href="${escapeText(frame)}">${escapeText(title)}</a></p>`;
}
