import { reportProblems } from './report-problems.js';
import { tagOf } from './tag-names.js';

/** Every element, as this library calls it. */
export const TAGS = [
  'dvc-catalog-coverage',
  'dvc-data-journey',
  'dvc-doctor',
  'dvc-form-steps',
  'dvc-level-badge',
  'dvc-level-guide',
  'dvc-outreach',
  'dvc-portal',
  'dvc-procedure-detail',
  'dvc-procedure-lookup',
  'dvc-status-tracker',
] as const;

/**
 * Says in the console that no element has this name, and which there are. Silent where somebody else has registered one
 * meanwhile.
 * @param name of the tag on this page, or that a link or a box with `data-dvc` would get
 */
export function tellUnknown(name: string): void {
  if (customElements.get(name)) return;
  void reportProblems(`<${name}>`, [
    { code: 'element-unknown', params: { known: TAGS.map(tagOf).join(', ') } },
  ]);
}
