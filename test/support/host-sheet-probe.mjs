/**
 * Puts `window.probe` into a page: what of the elements a person would see, measured, with and without a sheet of the
 * page. Runs there, so it knows nothing of this file. Needs no policy to allow it anything.
 */
export function putProbe() {
  const { CSSStyleSheet, Node } = window;
  /** Until each is there, the element is not what it will be; none may be missing where every element shows itself. */
  const LAST = {
    'dvc-level-badge': ['.badge'],
    'dvc-level-guide': ['.level .steps svg'],
    'dvc-catalog-coverage': ['.total', 'figure > button'],
    'dvc-procedure-lookup': ['.card mark'],
    'dvc-procedure-detail': ['.origin', '.qr svg'],
    'dvc-form-steps': ['.step-title', 'input[type=text]'],
    'dvc-status-tracker': ['#factor'],
    'dvc-data-journey': ['[part~="contacts"] li', '.actions button'],
    'dvc-doctor': ['.summary'],
  };
  /** What no sheet of a page may change. Nothing of it is inherited: the shell begins anew. */
  const WATCHED =
    `animation-name background-color background-image border-top-color border-top-style border-top-width
    border-left-width border-top-left-radius box-shadow box-sizing clear color cursor direction display fill float
    font-family font-size font-style font-variant-caps font-weight flex-basis flex-direction gap hyphens list-style-type
    margin-top margin-bottom min-height opacity outline-style overflow-wrap overflow-x padding-top padding-left
    padding-right pointer-events position stroke text-align text-decoration-line text-indent text-overflow text-shadow
    text-transform transform transition-duration unicode-bidi user-select vertical-align visibility white-space-collapse
    word-break writing-mode z-index zoom -webkit-text-fill-color`.split(/\s+/u);
  /** What comes in on purpose, within bounds, for readers who set it: `src/ui/reader-spacing.ts`. Least and most, in em. */
  const LET_IN = { 'letter-spacing': [0, 0.3], 'word-spacing': [0, 0.5], 'line-height': [1, 3] };
  /** What a sheet of the page sets on the page itself, which the library must leave alone; no width, for a long page has a bar. */
  const OF_THE_PAGE =
    `background-color border-top-width color display float font-family font-size font-weight letter-spacing line-height
    list-style-type margin-top opacity outline-style position text-align text-decoration-line text-transform
    visibility`.split(/\s+/u);
  const TARGET = 'button, a, label:has(input), select, summary, input:not([type="radio"], [type="checkbox"])';

  /** In CSS pixels. */
  const LEAST_TARGET = 44;

  /** @type {{ element: Element, sizes: Map<Element, number>, parts: Map<Element, string> }[]} */
  let shown = [];
  const elements = () =>
    [...document.querySelectorAll('#page *')].filter(({ localName }) => localName in LAST);
  const partsOf = (element) => [...element.shadowRoot.querySelectorAll('.root, .root *')];
  const nameOf = (part) => {
    const kind = part.getAttribute('class');
    return `${part.localName}${kind ? `.${kind.trim().replaceAll(/\s+/gu, '.')}` : ''}`;
  };
  const isSeen = (part) => part.checkVisibility() && !part.closest('.visually-hidden');
  const looks = (part, names) => {
    const style = getComputedStyle(part);
    return names.map((name) => style.getPropertyValue(name)).join('|');
  };
  const smallerSide = (part) => {
    const { width, height } = part.getBoundingClientRect();
    return Math.min(width, height);
  };
  const until = async (get, what) => {
    const end = performance.now() + 120_000;
    for (;;) {
      const found = get();
      if (found) return found;
      if (performance.now() > end) throw new Error(`not within two minutes: ${what}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const has = (element, selector) => element.shadowRoot?.querySelector(selector);

  /** Does something in what changes by it, as a person would first. */
  async function arrange() {
    const [steps] = document.getElementsByTagName('dvc-form-steps');
    (await until(() => has(steps, '.actions .primary'), 'a form can be begun')).click();
    const [lookup] = document.getElementsByTagName('dvc-procedure-lookup');
    const box = await until(() => has(lookup, 'input'), 'there is a box to search in');
    box.value = 'lam lai giay khai sinh';
    box.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
  }

  /**
   * Waits until every element has shown itself; remembers how it looks without a sheet.
   * @param {Record<string, string[]>} others what some show last here; an empty list is an element that never comes
   * @returns {Promise<number>} how many parts are looked at
   */
  async function settle(others = {}) {
    const lasts = { ...LAST, ...others };
    const all = elements().filter(({ localName }) => lasts[localName].length > 0);
    for (const element of all)
      for (const last of lasts[element.localName])
        await until(() => has(element, last), `${element.localName} shows ${last}`);
    shown = all.map((element) => {
      const seen = new Set();
      // One of each kind is enough: a rule that reaches one reaches all. The pointer lies in a corner of the window.
      const kinds = partsOf(element).filter((part) => {
        const kind = `${part.parentElement?.localName ?? ''}>${nameOf(part)}`;
        return isSeen(part) && !part.matches(':hover') && !seen.has(kind) && seen.add(kind);
      });
      // The name of a procedure in a list is pressed by the card around it, so not all are as large as a finger by themselves.
      const sizes = new Map(kinds.map((part) => [part, Math.min(LEAST_TARGET, smallerSide(part))]));
      return { element, sizes, parts: new Map(kinds.map((part) => [part, looks(part, WATCHED)])) };
    });
    return shown.reduce((sum, { parts }) => sum + parts.size, 0);
  }

  const numbers = (colour) => (/[\d.]+/u.test(colour) ? colour.match(/[\d.]+/gu).map(Number) : []);
  const light = ([red, green, blue]) => {
    const [r, g, b] = [red, green, blue].map((of255) => {
      const one = of255 / 255;
      return one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  /** The colour behind a part; none where only the page has one there. */
  const groundOf = (part) => {
    for (let at = part; at; at = at.parentElement) {
      const ground = numbers(getComputedStyle(at).backgroundColor);
      if ((ground[3] ?? 1) === 1) return ground;
    }
    return undefined;
  };
  const hasText = (part) =>
    [...part.childNodes].some(({ nodeType, data }) => nodeType === Node.TEXT_NODE && data.trim() !== '');

  /** Words that stand out too little from what is behind them, or stand on whatever the page has there. */
  function pale() {
    const found = [];
    for (const { element, parts } of shown)
      for (const part of parts.keys()) {
        if (!hasText(part) || part.matches('.visually-hidden, .visually-hidden *')) continue;
        const ground = groundOf(part);
        const [a, b] = ground ? [ground, numbers(getComputedStyle(part).color)].map(light) : [0, 0];
        const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
        if (contrast < 4.5)
          found.push(`${element.localName} ${nameOf(part)}: contrast ${contrast.toFixed(1)}`);
      }
    return found;
  }

  /** A line of one pixel is drawn in whole pixels of the screen: zoomed, it is a little more or less. */
  const isSame = (was, is) =>
    was === is || (/^[\d.]+px$/u.test(was) && Math.abs(Number.parseFloat(was) - Number.parseFloat(is)) < 1);

  function changed({ element, parts }) {
    const found = [];
    for (const [part, before] of parts) {
      const now = part.isConnected && !part.matches(':hover') ? looks(part, WATCHED) : before;
      if (now === before) continue;
      const [was, is] = [before.split('|'), now.split('|')];
      const which = WATCHED.filter((_, at) => !isSame(was[at], is[at]));
      if (which.length === 0) continue;
      found.push(
        `${nameOf(part)}: ${which.map((name) => `${name} ${is[WATCHED.indexOf(name)]}`).join(', ')}`,
      );
    }
    const root = element.shadowRoot.querySelector('.root');
    const style = getComputedStyle(root);
    const size = Number.parseFloat(style.fontSize);
    if (size < 16) found.push(`text of ${String(size)} px`);
    for (const [name, [least, most]] of Object.entries(LET_IN)) {
      const em = (Number.parseFloat(style.getPropertyValue(name)) || 0) / size;
      if (em < least - 0.01 || em > most + 0.01) found.push(`${name} of ${String(em)} em`);
    }
    return found;
  }

  const isScrolled = (part, top) => {
    for (let at = part.parentElement; at && at !== top; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== 'visible') return true;
    return false;
  };

  function misplaced({ element, sizes, parts }) {
    const found = [];
    const box = element.getBoundingClientRect();
    const room = element.parentElement.getBoundingClientRect();
    if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) || box.height < 20)
      found.push('is not to be seen');
    if (box.right > room.right + 1 || box.left < room.left - 1) found.push('sticks out of its column');
    const root = element.shadowRoot.querySelector('.root');
    for (const part of parts.keys()) {
      if (!part.isConnected || !isSeen(part)) continue;
      const { left, right } = part.getBoundingClientRect();
      if ((right > box.right + 1 || left < box.left - 1) && !isScrolled(part, root))
        found.push(`${nameOf(part)} sticks out`);
      if (part.matches(TARGET) && smallerSide(part) < sizes.get(part) - 0.1)
        found.push(`${nameOf(part)} is only ${String(smallerSide(part))} px`);
    }
    return found;
  }

  /** How the page's own parts look, each in one number. */
  function printOfPage() {
    const sum = (text) =>
      [...text].reduce((hash, letter) => (Math.imul(hash, 31) + (letter.codePointAt(0) ?? 0)) | 0, 7);
    return [document.body, ...document.querySelectorAll('#own, #own *')].map(
      (part) => `${part.localName} ${String(sum(looks(part, OF_THE_PAGE)))}`,
    );
  }

  /** What stands inside a tag that is less in sight than a link of the page, alone or in a tag of which nobody knows. */
  function hiddenLinks() {
    const isTall = (link) =>
      link.checkVisibility({ opacityProperty: true, visibilityProperty: true }) &&
      link.getBoundingClientRect().height > 0;
    const [alone, inTag] = ['#plain', '#plain-in-tag'].map((id) => isTall(document.querySelector(id)));
    return [...document.querySelectorAll('#page a')]
      .filter((link) => !isTall(link) && (link.parentElement.matches(':defined') ? alone : inTag))
      .map((link) => `${link.parentElement.localName}: its link is not in sight`);
  }

  /** Waits until every element gave up, and shows what stands inside its tag. */
  async function settleAsLinks() {
    for (const element of elements())
      await until(() => has(element, 'slot') && !element.hasUpdated, `${element.localName} gave up`);
  }

  /** What the page lets glide or come sliding has come. */
  function endMotion() {
    for (const motion of document.getAnimations()) {
      const { endTime } = motion.effect.getComputedTiming();
      if (Number.isFinite(endTime)) motion.finish();
      else motion.cancel();
    }
  }

  async function put(address, isRefused) {
    if (isRefused) {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(await (await fetch(address)).text());
      document.adoptedStyleSheets.push(sheet);
      return () => document.adoptedStyleSheets.pop();
    }
    const link = document.createElement('link');
    link.rel = 'stylesheet';
    link.href = address;
    await new Promise((resolve, reject) => {
      link.addEventListener('load', resolve);
      link.addEventListener('error', () => reject(new Error(`${address} did not come`)));
      document.head.append(link);
    });
    return () => link.remove();
  }

  /**
   * Puts each sheet into the page, looks, and takes it out.
   * @param {string[]} addresses of the sheets
   * @returns what is wrong, and how the page's own parts look, for each
   */
  async function tryAll(addresses, { isRefused, areLinks }) {
    const results = [];
    for (const address of addresses) {
      const takeOut = await put(address, isRefused);
      endMotion();
      const faults = areLinks
        ? hiddenLinks()
        : shown.flatMap((one) =>
            [...misplaced(one), ...changed(one)].map((fault) => `${one.element.localName} ${fault}`),
          );
      results.push({ faults, page: printOfPage() });
      takeOut();
      endMotion();
    }
    return results;
  }

  /** What the library left on the page itself. */
  const left = () => [
    // What an element prints says so to the document, for paper alone.
    ...document.adoptedStyleSheets
      .filter(({ cssRules }) =>
        [...cssRules].some((rule) => !rule.cssText.startsWith('@page') && rule.media?.mediaText !== 'print'),
      )
      .map(() => 'a sheet for the whole page'),
    ...[...document.querySelectorAll('style, link[rel=stylesheet]')].map(() => 'a sheet in the page'),
    ...[document.documentElement, document.body]
      .filter((part) => part.hasAttribute('style') || part.className !== '')
      .map(({ localName }) => `something on ${localName}`),
  ];

  window.probe = { arrange, settle, pale, tryAll, left, settleAsLinks };
}
