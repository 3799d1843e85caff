/*
 * Every element in one classic script, `dvc.min.js`, for pages that cannot have modules. What its tag says comes before
 * the elements are registered, so this import stands first.
 */
import '../src/ui/own-script-options.js';
import { Portal } from './portal/portal.js';
import { tellNotLoaded } from '../src/ui/not-loaded.js';
import { DATA_TAGS, matching, watchPage } from '../src/ui/watch-page.js';
import { startDoctor } from '../src/ui/start-doctor.js';
import { tagOf } from '../src/ui/tag-names.js';

export { FormSteps } from './form-steps/form-steps.js';
export { LevelBadge } from './level-badge/level-badge.js';
export { LevelGuide } from './level-guide/level-guide.js';
export { ProcedureDetail } from './procedure-detail/procedure-detail.js';
export { ProcedureLookup } from './procedure-lookup/procedure-lookup.js';
export { StatusTracker } from './status-tracker/status-tracker.js';
export { Portal };
export { configure } from '../src/ui/configure.js';
export { VERSION } from '../src/ui/version.js';

/** Few pages have these, so their code is not in the script. */
const LATE: Readonly<Record<`dvc-${string}`, () => Promise<unknown>>> = {
  'dvc-catalog-coverage': () => import('./catalog-coverage/catalog-coverage.js'),
  'dvc-data-journey': () => import('./data-journey/data-journey.js'),
  'dvc-doctor': () => import('./doctor/doctor.js'),
  'dvc-outreach': () => import('./outreach/outreach.js'),
};

/** What tags begin with on this page. */
const BEGINNING = tagOf('dvc-');

/** Where it does not come, what the page put inside stays usable, and the console says so; so it does of a misspelt name. */
async function bring(tag: `dvc-${string}`): Promise<void> {
  if (Object.hasOwn(LATE, tag)) await LATE[tag]?.().catch(() => tellNotLoaded(tag, tagOf(tag)));
  else if (!customElements.get(tagOf(tag)))
    await import('../src/ui/tell-unknown.js').then(
      ({ tellUnknown }) => {
        tellUnknown(tagOf(tag));
      },
      () => undefined,
    );
}

watchPage((root) => {
  // Another copy of this major came first: it brings its own, and nothing of this one is mixed in.
  if (customElements.get(tagOf('dvc-portal')) !== Portal) return;
  for (const { localName } of matching(root, ':not(:defined)')) {
    if (!localName.startsWith(BEGINNING)) continue;
    // The name may end in the number of a major version; whether another one knows it is not known here.
    const [, name = '', version] = /^(.*?)(-v\d+)?$/u.exec(localName.slice(BEGINNING.length)) ?? [];
    if (version === undefined || Object.hasOwn(LATE, `dvc-${name}`)) void bring(`dvc-${name}`);
  }
  if (matching(root, DATA_TAGS)[0])
    void import('../src/ui/data-tags.js')
      .then(({ upgradeDataTags }) => upgradeDataTags(bring))
      .catch(() => undefined);
});

startDoctor(tagOf('dvc-doctor'));
