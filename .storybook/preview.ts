import { setStorybookHelpersConfig } from '@wc-toolkit/storybook-helpers';
import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import { html } from 'lit';
import '../components/all.js';
import { themes, type ThemeName } from '../src/themes/chosen-themes.js';
import { declarations } from '../src/themes/themes.js';
import manifest from '../custom-elements.json';
import { setNetwork } from '../stories/network.js';

setStorybookHelpersConfig({ hideArgRef: true });
setCustomElementsManifest(manifest);

const sheet = new CSSStyleSheet();
// On a telephone a wide table, or a long line of code, moves by itself and not the page with it.
const docs = new CSSStyleSheet();
docs.replaceSync(
  `#storybook-docs :is(table,pre,div:has(>pre)){max-width:100%;overflow-x:auto}#storybook-docs table{display:block}` +
    `#storybook-docs :not(pre)>code{white-space:normal;overflow-wrap:anywhere}`,
);
document.adoptedStyleSheets.push(sheet, docs);

/** Theme and width act on the page around the story, as a portal's own style sheet would. */
function dress(theme: string, width: string): void {
  const values = theme in themes ? declarations(themes[theme as ThemeName]) : '';
  sheet.replaceSync(
    `:root{${values}} body{background:var(--dvc-surface,#fff);color:var(--dvc-text,#17202b);line-height:1.5;margin:0} a{color:var(--dvc-accent,#0b4a8f)}` +
      `main{box-sizing:border-box;padding:1em;max-width:${width === 'full' ? 'none' : width};margin-inline:auto}` +
      `@media (forced-colors:active){body{background:Canvas;color:CanvasText}}` +
      `main>h1{font:700 1em/1.5 system-ui,sans-serif;margin:0 0 1em}`,
  );
}

export default {
  tags: ['autodocs'],
  initialGlobals: { language: 'vi', theme: 'default', width: 'full', network: 'ok' },
  globalTypes: {
    language: {
      toolbar: { title: 'Language', icon: 'globe', items: ['vi', 'en'], dynamicTitle: true },
    },
    theme: {
      toolbar: {
        title: 'Theme',
        icon: 'paintbrush',
        items: ['default', 'dark', 'high-contrast'],
        dynamicTitle: true,
      },
    },
    width: {
      toolbar: { title: 'Width', icon: 'grow', items: ['full', '360px', '320px'], dynamicTitle: true },
    },
    network: {
      toolbar: {
        title: 'Network',
        icon: 'transfer',
        items: ['ok', 'slow', 'offline', 'refused'],
        dynamicTitle: true,
      },
    },
  },
  decorators: [
    // A story is a page of its own: a main landmark and a heading, so that every axe rule has what it looks for.
    (story, { globals, name }) => {
      document.documentElement.lang = String(globals.language);
      dress(String(globals.theme), String(globals.width));
      setNetwork(String(globals.network));
      return html`<main>
        <h1>${name}</h1>
        ${story()}
      </main>`;
    },
  ],
  parameters: {
    a11y: { test: 'error' },
    options: { storySort: { order: ['Hướng dẫn', 'Elements'] } },
    layout: 'fullscreen',
  },
} satisfies Preview;
