import { reportProblems } from './report-problems.js';
import { rename, tagOf } from './tag-names.js';
import { majorOf, VERSION } from './version.js';

interface VersionedElement extends CustomElementConstructor {
  dvcVersion?: string;
}

/**
 * Registers an element. A second copy of the library on a page is the normal case for an embed: of one major version
 * the first stays, and both mean the same by a tag; another major version gets tags of its own, `dvc-…-v2`, so that
 * both can be used. Told once a copy in the console, whatever number of elements it brings. Never throws.
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
  const ending = `-v${majorOf(VERSION)}`;
  const other = name + ending;
  const isOtherMajor = majorOf(present.dvcVersion) !== majorOf(VERSION) && !customElements.get(other);
  if (isOtherMajor) {
    rename(name, other);
    element.dvcVersion = VERSION;
    customElements.define(other, element);
  }
  void reportProblems('<script>', [
    {
      code: isOtherMajor ? 'other-major' : 'other-version',
      // Nothing of the tag: what is told of each of them is the same, so it is told once.
      params: { present: present.dvcVersion ?? '?', version: VERSION, ending },
    },
  ]);
}
