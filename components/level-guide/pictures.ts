import { html, svg, type TemplateResult } from 'lit';
import { TONES, type Tone } from '../../src/levels/level-scheme.js';
import { icon } from '../../src/ui/icons.js';

const house = svg`<path d="M3 11.5 12 4l9 7.5M5.5 9.5V20h13V9.5M10 20v-6h4v6"/>`;
const office = svg`<path d="M3 9.5 12 4l9 5.5zM4 20h16M6 9.5V20M10 9.5V20M14 9.5V20M18 9.5V20"/>`;

/** A house or an office: told apart by their shape; the words beside them say the same. */
export function placePicture(place: 'house' | 'office', className = ''): TemplateResult {
  return html`<svg class="icon ${className}" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
    ${place === 'house' ? house : office}
  </svg>`;
}

/** A clock, beside what is said of time. */
export const clockPicture = (): TemplateResult => icon('M2 12a10 10 0 1 0 20 0 10 10 0 1 0-20 0M12 6v6l4 2');

/** One office for each trip, dashed where the trip is not always made; a house where there is none. */
export function tripsPicture([least, most]: readonly [number, number]): TemplateResult {
  return html`<span class="journey" aria-hidden="true">
    ${
      most === 0
        ? placePicture('house')
        : [...Array(most).keys()].map((trip) => placePicture('office', trip < least ? '' : 'perhaps'))
    }
  </span>`;
}

/** Three bars, as many filled as the tone is high. */
export function meter(tone: Tone): TemplateResult {
  const filled = TONES.indexOf(tone);
  return html`<svg class="meter" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
    ${[0, 1, 2].map((bar) => {
      const height = 6 + bar * 4;
      return svg`<rect class=${bar < filled ? 'filled' : ''} x=${bar * 5 + 1} y=${15 - height} width="4" height=${height} rx="1" />`;
    })}
  </svg>`;
}
