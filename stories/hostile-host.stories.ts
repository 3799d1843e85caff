import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';

/** Elements on pages whose style sheets reach for everything. They look as they do anywhere else. */
export default { title: 'Elements/Hostile host' } satisfies Meta;

type Story = StoryObj;

/** Takes the page's sheet away again when the story is left. */
function page(css: string): Story {
  return {
    beforeEach: () => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(css);
      document.adoptedStyleSheets.push(sheet);
      return () => {
        document.adoptedStyleSheets = document.adoptedStyleSheets.filter((other) => other !== sheet);
      };
    },
    render: () =>
      html`<div class="host">
        <p><dvc-level-badge level="3"></dvc-level-badge></p>
        <dvc-level-guide level="3" heading-level="2"></dvc-level-guide>
        <dvc-data-journey></dvc-data-journey>
        <dvc-catalog-coverage
          total="1463"
          by-tier="province:1124 district:236 commune:103"
          by-level="4:1425"
        ></dvc-catalog-coverage>
      </div>`,
  };
}

export const EverythingUnset = page('.host * { all: unset !important }');
export const EverythingHidden = page('.host * { visibility: hidden !important }');
export const TinyType = page(
  'html { font-size: 1px } .host * { font-size: 2px !important; line-height: 0 !important }',
);
export const RightToLeft = page(
  '.host * { direction: rtl !important; text-transform: uppercase !important }',
);
export const WhiteOnBlack = page('.host * { color: white !important; background: black !important }');
export const NoButtonsNoPictures = page('button, svg, input { display: none !important }');

/** What a reader may do, a page may not undo: wider text reaches the inside. */
export const TextSpacing = page(
  '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important }',
);
