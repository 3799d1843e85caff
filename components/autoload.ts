/*
 * One script for a page: it loads an element's code when the first of its tags is there, now or later.
 * The map is written out so that file names can be hashed and a security review can read what may be loaded.
 */
import { reportOnce } from '../src/ui/report.js';

/*
 * What elements share is asked for beside the element, not after it was read: a round trip less, and code that is run
 * in three short turns instead of a long one.
 */
async function core(): Promise<void> {
  await import('../src/ui/portal-element.js');
}
async function data(): Promise<void> {
  await import('../src/ui/place-catalogs.js');
}

const elements: Readonly<Record<string, () => Promise<unknown>>> = {
  'dvc-catalog-coverage': () => import('./catalog-coverage/catalog-coverage.js'),
  'dvc-form-steps': () => import('./form-steps/form-steps.js'),
  'dvc-level-badge': () => import('./level-badge/level-badge.js'),
  'dvc-level-guide': () => import('./level-guide/level-guide.js'),
  'dvc-portal': () => import('./portal/portal.js'),
  'dvc-procedure-detail': () => import('./procedure-detail/procedure-detail.js'),
  'dvc-procedure-lookup': () => import('./procedure-lookup/procedure-lookup.js'),
  'dvc-status-tracker': () => import('./status-tracker/status-tracker.js'),
};

const shared: Readonly<Record<string, readonly (() => Promise<unknown>)[]>> = {
  'dvc-catalog-coverage': [core, data],
  'dvc-form-steps': [core, data],
  'dvc-procedure-detail': [core, data],
  'dvc-procedure-lookup': [core, data],
};

const wanted = new Set<string>();

function want(tag: string): void {
  if (!tag.startsWith('dvc-') || wanted.has(tag) || customElements.get(tag)) return;
  wanted.add(tag);
  const load = Object.hasOwn(elements, tag) ? elements[tag] : undefined;
  if (!load) {
    const names = Object.keys(elements).join(', ');
    reportOnce(
      `Không có phần tử <${tag}>. Sửa tên thẻ cho đúng một trong: ${names}. / There is no element <${tag}>. Correct the tag to one of: ${names}.`,
    );
    return;
  }
  // Where one of them fails, so does the element that needs it, which says so.
  for (const part of shared[tag] ?? [core]) part().catch(() => undefined);
  load().catch(() => {
    // A later tag may try again; until then the content that the page put inside stays usable.
    wanted.delete(tag);
    reportOnce(
      `Không tải được mã của <${tag}>. Kiểm tra đường dẫn tệp và CSP (script-src). / The code of <${tag}> could not be loaded. Check the address of the file and the CSP (script-src).`,
    );
  });
}

function scan(root: ParentNode): void {
  for (const element of root.querySelectorAll(':not(:defined)')) want(element.localName);
}

// Imported where there is no page, by a server or a tool, it does nothing.
if (typeof document !== 'undefined') {
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) {
      for (const node of addedNodes) {
        if (!(node instanceof Element)) continue;
        want(node.localName);
        scan(node);
      }
    }
  }).observe(document.documentElement, { childList: true, subtree: true });
  scan(document);
}
