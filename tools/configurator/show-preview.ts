import type { EmbedState } from '../../src/embed/embed-state.js';
import { toFragment } from '../../src/embed/fragment.js';
import { partOf } from '../parts.js';
import { language, say } from './words.js';

/**
 * Shows an embedding in a frame of its own: at its own width, and with an address that elements may change.
 * @param width in CSS pixels, or `full`
 * @param code of a procedure, for elements that take one from the address of the page
 */
export function showPreview(state: EmbedState, width: string, code: string): void {
  const frame = partOf('preview', HTMLIFrameElement);
  frame.width = width === 'full' ? '100%' : width;
  const address = new URL(frame.dataset.page ?? '', document.baseURI);
  address.searchParams.set('lang', language);
  for (const options of Object.values(state.options)) {
    const name = options['code-param'];
    if (name !== undefined && code !== '') address.searchParams.set(name, code);
  }
  address.hash = toFragment(state);
  // Not by its attribute: each look would be a step that the Back button goes through.
  if (frame.contentWindow?.location.href !== address.href) frame.contentWindow?.location.replace(address);
  partOf('preview-note', HTMLElement).textContent = [
    ...(isFiling(state) ? [say('preview.gateway')] : []),
    ...(state.parts.includes('status-tracker') && !hasGateway(state) ? [say('preview.tracker')] : []),
  ].join(' ');
}

const told = ({ shared, options }: EmbedState, name: string): string | undefined =>
  [shared, ...Object.values(options)].find((one) => Object.hasOwn(one, name))?.[name];

const isFiling = (state: EmbedState): boolean => told(state, 'destination') === 'gateway';
const hasGateway = (state: EmbedState): boolean => told(state, 'gateway') !== undefined;
