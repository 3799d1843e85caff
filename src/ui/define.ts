import { reportProblems } from './report-problems.js';

/** Version of this copy, put in by the build; sources and tests say `0.0.0-source`. */
declare const __DVC_VERSION__: string | undefined;
export const VERSION = typeof __DVC_VERSION__ === 'string' ? __DVC_VERSION__ : '0.0.0-source';

interface VersionedElement extends CustomElementConstructor {
  dvcVersion?: string;
}

/**
 * Registers an element. A second copy of the library on a page is the normal case for an embed, so a tag that
 * is taken is left as it is; another version is told once in the console. Never throws.
 */
export function define(tag: `dvc-${string}`, element: VersionedElement): void {
  const present = customElements.get(tag) as VersionedElement | undefined;
  if (!present) {
    element.dvcVersion = VERSION;
    customElements.define(tag, element);
  } else if (present !== element && present.dvcVersion !== VERSION) {
    const params = { present: present.dvcVersion ?? '?', version: VERSION };
    void reportProblems(`<${tag}>`, [{ code: 'other-version', params }]);
  }
}
