import type { EmbedState } from '../../src/embed/embed-state.js';
import { groundOf } from '../../src/embed/embed-state.js';
import { fromFragment } from '../../src/embed/fragment.js';
import { declarations } from '../../src/themes/themes.js';
import { accentOf } from '../../src/themes/accent.js';
import { element, partOf } from '../parts.js';
import { loadFacts, type Facts } from './facts.js';

/* What the frame of the configurator shows: the elements themselves, as the fragment of its address tells them. */

const asked = new URLSearchParams(location.search).get('lang');
if (asked !== null) document.documentElement.lang = asked === 'en' ? 'en' : 'vi';

const accentSheet = new CSSStyleSheet();
document.adoptedStyleSheets.push(accentSheet);

/** Options that would change the address of the frame, and with it what it shows. */
const LEFT_OUT = new Set(['sync-address']);

function setOptions(target: Element, options: Readonly<Record<string, string>>): void {
  for (const [name, value] of Object.entries(options)) {
    if (LEFT_OUT.has(name)) continue;
    // Nobody's papers are filed by looking at a page.
    const isFiling = name === 'destination' && value === 'gateway';
    target.setAttribute(name, isFiling ? 'practice' : value);
  }
}

function showLook({ theme, accent }: EmbedState): void {
  const sheet = partOf('theme', HTMLLinkElement);
  sheet.disabled = theme === 'default';
  if (theme !== 'default') sheet.href = new URL(`../themes/${theme}.css`, import.meta.url).href;
  const ground = groundOf(theme);
  const rule = ground && accent !== '' ? `html:root{${declarations(accentOf(accent, ground).theme)}}` : '';
  accentSheet.replaceSync(
    theme === 'auto'
      ? `@media (prefers-color-scheme: light) and (prefers-contrast: no-preference){${rule}}`
      : rule,
  );
}

function show({ elements }: Facts): void {
  const state = fromFragment(location.hash, elements);
  if (!state) return;
  showLook(state);
  const language = document.documentElement.lang === 'en' ? 'en' : 'vi';
  const portal = element('dvc-portal' as 'div');
  if (state.language !== '') portal.lang = state.language;
  setOptions(portal, state.shared);
  for (const part of state.parts) {
    if (state.parts.length > 1) portal.append(element('h2', elements[part]?.label[language]));
    const shown = element(`dvc-${part}` as 'div');
    setOptions(shown, state.options[part] ?? {});
    const link = element('a', state.link.text);
    link.href = state.link.href;
    shown.append(link);
    portal.append(shown);
  }
  partOf('stage', HTMLElement).replaceChildren(portal);
}

/* Opened by itself it would show whatever an address says, under the name of this site and without a word about it. */
if (self !== top)
  void loadFacts().then((facts) => {
    if (!facts) return;
    show(facts);
    addEventListener('hashchange', () => show(facts));
  });
