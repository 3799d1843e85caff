import {
  firstState,
  hasDelivery,
  isShareable,
  NATIONAL_PORTAL,
  safeAddress,
  safeOrigin,
  settle,
  WHOLE_SET,
  type EmbedState,
  type WrittenState,
} from '../../src/embed/embed-state.js';
import { fromFragment, toFragment } from '../../src/embed/fragment.js';
import { LONGEST_SNIPPET, readSnippet } from '../../src/embed/read-snippet.js';
import { copyText } from '../../src/ui/copy-text.js';
import { element, fill, partOf, whenChosen } from '../parts.js';
import { AddressBox } from './address-box.js';
import { checkAddress, checkFile, dataAddresses, type Checked } from './data-check.js';
import { loadFacts, loadIntegrity, type Facts } from './facts.js';
import { AccentField } from './look.js';
import { OptionFields, type Room } from './options.js';
import { Pieces } from './pieces.js';
import { showPreview } from './show-preview.js';
import { language, say } from './words.js';

/*
 * The page on which a webmaster puts an embedding together. What was chosen stands in the fragment of the address and
 * nowhere else; words that do not depend on it stand in the page itself.
 */

/** Where this script lies: in the folder of scripts, beside which the data are, wherever on the server that is. */
const besideThis = (path: string, otherwise: string): string => {
  const { origin, pathname } = new URL(path, import.meta.url);
  return origin === location.origin ? pathname : otherwise;
};
const HOME = besideThis('../', firstState.base);

/** What most pages begin with, where an element knows it. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  catalog: besideThis('../../data/catalog.json', '/data/catalog.json'),
  'code-param': 'ma',
  forms: besideThis('../../data/forms.json', '/data/forms.json'),
};

/** More than these are counted only. */
const MOST_LEFT = 30;

const section = (id: string) => partOf(id, HTMLElement);
const input = (id: string) => partOf(id, HTMLInputElement);
const radios = (name: string) => [...document.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
const chosen = (name: string) => radios(name).find(({ checked }) => checked)?.value ?? '';
const choose = (name: string, value: string) => {
  for (const radio of radios(name)) radio.checked = radio.value === value;
};

async function start(): Promise<void> {
  const [facts, integrity] = await Promise.all([loadFacts(), loadIntegrity()]);
  section('starting').hidden = true;
  if (facts) run(facts, integrity);
  else section('failed').hidden = false;
}

function run(facts: Facts, integrity: Readonly<Record<string, string>>): void {
  const { elements } = facts;
  const link = { ...firstState.link, text: say('link-text') };
  const first = settle(
    withBeginnings({ ...firstState, base: HOME, link }, facts, firstState.parts),
    elements,
  );
  let state = first;
  /** A procedure that the catalogue has, to try sheets and applications with. */
  let code = section('preview').dataset.code ?? '';

  const fields = new OptionFields(section('options'), facts, tellOption);
  const pieces = new Pieces(facts, integrity);
  const accent = new AccentField((colour) => go({ ...state, accent: colour }));
  const base = new AddressBox('base', safeAddress, 'error.address', (at) =>
    go({ ...state, base: at || HOME }),
  );
  const frame = new AddressBox('frame', safeAddress, 'error.address', (at) => go({ ...state, frame: at }));
  const framedBy = new AddressBox('framed-by', safeOrigin, 'error.origin', (at) =>
    go({ ...state, framedBy: at }),
  );
  const href = new AddressBox('link-href', safeAddress, 'error.address', (at) =>
    go({ ...state, link: { ...state.link, href: at || NATIONAL_PORTAL } }),
  );

  /** @param told what an address told, as it was written; absent where the page itself was used */
  function show(isNew: boolean, told?: URLSearchParams): void {
    for (const part of Object.keys(elements)) input(`part--${part}`).checked = state.parts.includes(part);
    fields.show(state, isNew, told);
    choose('theme', state.theme);
    accent.show(state, isNew);
    choose('delivery', state.delivery);
    section('delivery-part').hidden = !hasDelivery(state.platform);
    section('base-part').hidden = state.platform === 'wordpress';
    for (const id of ['frame-part', 'framed-by-part']) section(id).hidden = state.platform !== 'iframe';
    partOf('language', HTMLSelectElement).value = state.language;
    partOf('platform', HTMLSelectElement).value = state.platform;
    const written = (name: string) => (isNew ? (told?.get(name) ?? null) : undefined);
    base.show(state.base, written('base'));
    frame.show(state.frame, written('frame'));
    framedBy.show(state.framedBy, written('framedBy'));
    href.show(state.link.href, written('link'));
    input('link-text').value = state.link.text;
    pieces.show(state);
    showPreview(state, chosen('width'), code);
  }

  /** Shows another embedding and lets the Back button return to this one. */
  function go(next: WrittenState, isNew = false): void {
    state = settle(next, elements);
    const hash = addressOf(state);
    if (hash !== location.hash) history.pushState(undefined, '', hash);
    show(isNew);
  }

  function tellOption(room: Room, name: string, value: string | undefined): void {
    const before = room === 'shared' ? state.shared : (state.options[room.part] ?? {});
    const others = Object.entries(before).filter(([other]) => other !== name);
    const after = Object.fromEntries(value === undefined ? others : [...others, [name, value]]);
    go(
      room === 'shared'
        ? { ...state, shared: after }
        : { ...state, options: { ...state.options, [room.part]: after } },
    );
  }

  function choosePart(parts: readonly string[]): void {
    const added = parts.filter((part) => !state.parts.includes(part));
    go(withBeginnings({ ...state, parts }, facts, added));
  }

  showParts(facts, () => {
    const parts = Object.keys(elements).filter((part) => input(`part--${part}`).checked);
    section('part-needed').hidden = parts.length > 0;
    // The last one stays: without any there is nothing to embed.
    choosePart(parts.length > 0 ? parts : state.parts);
  });
  section('whole-set').addEventListener('click', () => choosePart(WHOLE_SET));

  for (const radio of radios('theme'))
    radio.addEventListener('change', () => go({ ...state, theme: radio.value }));
  for (const radio of radios('delivery'))
    radio.addEventListener('change', () => go({ ...state, delivery: radio.value }));
  for (const radio of radios('width'))
    radio.addEventListener('change', () => {
      history.replaceState(undefined, '', addressOf(state));
      showPreview(state, chosen('width'), code);
    });
  const select = (id: 'language' | 'platform') => {
    const control = partOf(id, HTMLSelectElement);
    control.addEventListener('change', () => {
      // A plugin with files of its own leaves nothing of where these lie.
      const base = state.platform === 'wordpress' ? HOME : state.base;
      go({ ...state, base, [id]: control.value });
    });
  };
  select('language');
  select('platform');
  input('link-text').addEventListener('change', () =>
    go({ ...state, link: { ...state.link, text: input('link-text').value } }),
  );

  section('check').addEventListener('click', () => {
    const asked = dataAddresses(state).map(([kind, address]) => checkAddress(kind, address));
    void showChecked(section('checked'), asked);
  });
  whenChosen(input('file'), (file) => void showChecked(section('file-checked'), [checkFile(file)]));
  async function showChecked(place: HTMLElement, asked: readonly Promise<Checked>[]): Promise<void> {
    fill(place, [element('p', say(asked.length > 0 ? 'check.asking' : 'check.nothing'))]);
    if (asked.length === 0) return;
    const all = await Promise.all(asked);
    fill(
      place,
      all.map(({ shown }) => shown),
    );
    code = all.find((one) => one.code !== undefined)?.code ?? code;
    showPreview(state, chosen('width'), code);
  }

  section('read').addEventListener('click', () => {
    const text = partOf('old', HTMLTextAreaElement).value;
    const read = readSnippet(text, elements, HOME);
    const said = section('read-said');
    if (!read) {
      const isLong = text.length > LONGEST_SNIPPET;
      const why = isLong ? say('read.too-long', { most: LONGEST_SNIPPET }) : say('read.nothing');
      fill(said, [element('p', why)]);
      return;
    }
    const hasWords = read.state.link.text !== read.state.link.href;
    go(hasWords ? read.state : { ...read.state, link: { ...read.state.link, text: link.text } }, true);
    const parts = state.parts.map((part) => elements[part]?.label[language] ?? part).join(', ');
    const list = element('ul');
    list.append(
      ...read.left.slice(0, MOST_LEFT).map(({ code: why, params }) => {
        const name = params.part === '' ? params.name : `${params.part}: ${params.name}`;
        return element('li', say(`left.${why}`, { name }));
      }),
      ...(read.left.length > MOST_LEFT
        ? [element('li', say('check.more', { count: read.left.length - MOST_LEFT }))]
        : []),
    );
    fill(said, [element('p', say('read.done', { parts })), ...(read.left.length > 0 ? [list] : [])]);
  });

  section('copy-address').addEventListener('click', () => {
    const box = input('address');
    history.replaceState(undefined, '', addressOf(state));
    box.value = location.href;
    void copyText(location.href, () => {
      box.hidden = false;
      box.select();
    }).then((isCopied) => {
      section('address-said').textContent = say(isCopied ? 'address-copied' : 'copy-by-hand');
    });
  });

  function follow(): void {
    const told = fromFragment(location.hash, elements);
    const fields = new URLSearchParams(location.hash.slice(1));
    // A link within the page leads to a part of it, and changes nothing of what was chosen.
    if (!told && location.hash.length > 1) {
      history.replaceState(undefined, '', addressOf(state));
      return;
    }
    state = told ?? first;
    choose('width', fields.get('width') ?? 'full');
    if (chosen('width') === '') choose('width', 'full');
    show(true, fields);
  }
  addEventListener('popstate', follow);
  section('tool').hidden = false;
  follow();
}

/** The address of an embedding, with the width at which it is looked at. */
function addressOf(state: EmbedState): string {
  const width = chosen('width');
  return `#${toFragment(state)}${width === 'full' ? '' : `&width=${width}`}`;
}

/** What newly chosen elements begin with, where nothing is told yet. */
function withBeginnings(state: WrittenState, { elements }: Facts, added: readonly string[]): WrittenState {
  const isTold = (name: string) =>
    isShareable(name) &&
    [state.shared, ...Object.values(state.options)].some((options) => Object.hasOwn(options, name));
  const options = added.map((part) => {
    const known = Object.keys(elements[part]?.attributes ?? {});
    const begun = Object.entries(BEGINNINGS).filter(([name]) => known.includes(name) && !isTold(name));
    return [part, { ...Object.fromEntries(begun), ...state.options[part] }] as const;
  });
  return { ...state, options: { ...state.options, ...Object.fromEntries(options) } };
}

function showParts({ elements }: Facts, change: () => void): void {
  fill(
    section('parts'),
    Object.entries(elements).map(([part, { label, purpose }]) => {
      const box = element('input');
      box.type = 'checkbox';
      box.id = `part--${part}`;
      box.addEventListener('change', change);
      const name = element('label', label[language]);
      name.htmlFor = box.id;
      const words = element('p', purpose[language]);
      words.id = `${box.id}--purpose`;
      box.setAttribute('aria-describedby', words.id);
      const card = element('div');
      card.className = 'part';
      card.append(box, name, words);
      return card;
    }),
  );
}

void start();
