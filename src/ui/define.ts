import { reportProblems } from './report-problems.js';
import { rename, tagOf } from './tag-names.js';
import { majorOf, VERSION } from './version.js';

interface VersionedElement extends CustomElementConstructor {
  dvcVersion?: string;
}

/**
 * Registers an element. A second copy of the library on a page is the normal case for an embed: of one major version
 * the first stays, and both mean the same by a tag; another major version gets tags of its own, `dvc-…-v2`, so that
 * both can be used. Either is told once in the console. Never throws.
 */
export function define(tag: `dvc-${string}`, element: VersionedElement): void {
  const name = tagOf(tag);
  const present = customElements.get(name) as VersionedElement | undefined;
  if (present === element) return;
  if (!present) {
    element.dvcVersion = VERSION;
    customElements.define(name, element);
    return;
  }
  if (present.dvcVersion === VERSION) return;
  const other = `${name}-v${majorOf(VERSION)}`;
  const params = { present: present.dvcVersion ?? '?', version: VERSION, other };
  const isOtherMajor = majorOf(present.dvcVersion) !== majorOf(VERSION) && !customElements.get(other);
  if (isOtherMajor) {
    rename(name, other);
    element.dvcVersion = VERSION;
    customElements.define(other, element);
  }
  void reportProblems(`<${name}>`, [{ code: isOtherMajor ? 'other-major' : 'other-version', params }]);
}
