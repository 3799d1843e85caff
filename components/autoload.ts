/*
 * One script for a page: it loads an element's code when the first of its tags is there, now or later.
 * The map is written out so that file names can be hashed and a security review can read what may be loaded.
 *
 * Its tag may say, as `data-…`, what holds for all elements of the page: see `src/ui/page-options.ts`.
 */
import { majorOf, VERSION } from '../src/ui/version.js';
import { notLoaded, tellNotLoaded } from '../src/ui/not-loaded.js';
import { reportOnce } from '../src/ui/report.js';
import { DATA_TAGS, matching, watchPage } from '../src/ui/watch-page.js';
import { startDoctor } from '../src/ui/start-doctor.js';

/*
 * What elements share is asked for beside the element, not after it was read: a round trip less, and code that is run
 * in short turns instead of a long one.
 */
async function core(): Promise<void> {
  await import('../src/ui/portal-element.js');
}
async function data(): Promise<void> {
  await import('../src/ui/place-catalogs.js');
}
async function search(): Promise<void> {
  await import('../src/catalog/search/code-query.js');
}

const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  'dvc-catalog-coverage': () => import('./catalog-coverage/catalog-coverage.js'),
  'dvc-data-journey': () => import('./data-journey/data-journey.js'),
  'dvc-doctor': () => import('./doctor/doctor.js'),
  'dvc-form-steps': () => import('./form-steps/form-steps.js'),
  'dvc-level-badge': () => import('./level-badge/level-badge.js'),
  'dvc-level-guide': () => import('./level-guide/level-guide.js'),
  'dvc-outreach': () => import('./outreach/outreach.js'),
  'dvc-portal': () => import('./portal/portal.js'),
  'dvc-procedure-detail': () => import('./procedure-detail/procedure-detail.js'),
  'dvc-procedure-lookup': () => import('./procedure-lookup/procedure-lookup.js'),
  'dvc-status-tracker': () => import('./status-tracker/status-tracker.js'),
};

const shared: Readonly<Record<string, readonly (() => Promise<unknown>)[]>> = {
  'dvc-catalog-coverage': [core, data],
  'dvc-form-steps': [core, data],
  'dvc-procedure-detail': [core, data],
  'dvc-procedure-lookup': [core, data, search],
};

/** The tag of this script; none where a bundler has put it into another. */
const own =
  typeof document === 'undefined'
    ? undefined
    : [...document.scripts].find(({ src }) => src === import.meta.url);
/** What it says. */
const options: DOMStringMap = own?.dataset ?? {};
const { base } = options;

/** What tags begin with; told before the first element is registered. */
let prefix = 'dvc';
/** How a tag ends that another major version had taken; see `src/ui/define.ts`. */
const OWN_MAJOR = new RegExp(`-v${majorOf(VERSION)}$`, 'u');

const wanted = new Map<string, Promise<unknown>>();

/** Asks for a file beside this one that is run later, in a turn of its own. */
function fetchAhead(path: string): void {
  if (!own) return;
  const link = document.createElement('link');
  link.rel = 'modulepreload';
  // A policy may trust by it alone.
  link.nonce = own.nonce;
  link.href = new URL(path, import.meta.url).href;
  document.head.append(link);
}

async function fetchCode(tag: string): Promise<unknown> {
  // Where the files of elements lie apart from this one.
  if (base) return import(new URL(`elements/${tag.slice(4)}.js`, new URL(base, document.baseURI)).href);
  fetchAhead(`elements/${tag.slice(4)}.js`);
  // Where one of them fails, so does the element that needs it, which says so.
  await Promise.all((shared[tag] ?? [core]).map((part) => part().catch(() => undefined)));
  return elements[tag]?.();
}

/** @param tag as this library calls it, whatever it is called on the page */
async function want(tag: string): Promise<void> {
  // Of another major version, whose own script looks after it.
  if (/-v\d+$/u.test(tag)) return;
  if (!Object.hasOwn(elements, tag)) {
    await import('../src/ui/tell-unknown.js').then(
      ({ tellUnknown }) => {
        tellUnknown(prefix + tag.slice(3));
      },
      () => undefined,
    );
    return;
  }
  const code = wanted.get(tag) ?? fetchCode(tag);
  wanted.set(tag, code);
  await code.catch(() => {
    // A later tag may try again; until then the content that the page put inside stays usable.
    wanted.delete(tag);
    tellNotLoaded(tag, prefix + tag.slice(3));
  });
}

/** @param name of a tag on the page */
async function meet(name: string): Promise<void> {
  const plain = name.replace(OWN_MAJOR, '');
  await want(`dvc${plain.slice(prefix.length)}`);
  if (plain === name || customElements.get(name)) return;
  // The page means this version by that tag, though nobody has taken the plain one from it.
  const own = customElements.get(plain);
  if (own) customElements.define(name, class extends own {});
}

/** What a tag of this script says that the first does not. A module runs once, whatever number of tags ask for it. */
const ignoredOf = ({ src, dataset }: HTMLScriptElement): string[] =>
  src === import.meta.url ? Object.keys(dataset).filter((name) => options[name] !== dataset[name]) : [];

function look(root: ParentNode): void {
  const ignored = (matching(root, 'script[src]') as HTMLScriptElement[]).flatMap(ignoredOf);
  if (ignored.length > 0)
    void import('../src/ui/page-options.js')
      .then(({ tellIgnored }) => tellIgnored(ignored))
      .catch(() => undefined);
  for (const { localName } of matching(root, ':not(:defined)'))
    if (localName.startsWith(`${prefix}-`)) void meet(localName);
  if (matching(root, DATA_TAGS).length > 0)
    void import('../src/ui/data-tags.js')
      .then(({ upgradeDataTags }) => upgradeDataTags(want))
      .catch(() => undefined);
}

function begin(): void {
  watchPage(look);
  startDoctor(`${prefix}-doctor`);
}

// Imported where there is no page, by a server or a tool, it does nothing.
if (Object.keys(options).length > 0)
  import('../src/ui/page-options.js')
    .then(({ applyOptions }) => {
      prefix = applyOptions(options);
      begin();
    })
    .catch(() => {
      reportOnce(notLoaded('script data-…'));
    });
else if (typeof document !== 'undefined') begin();
