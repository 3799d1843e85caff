/*
 * Every element in one classic script, `dvc.min.js`, for pages that cannot have modules. What its tag says comes before
 * the elements are registered, so this import stands first.
 */
import '../src/ui/own-script-options.js';
import { upgradeDataTags } from '../src/ui/data-tags.js';
import { DATA_TAGS, matching, watchPage } from '../src/ui/watch-page.js';
import { startDoctor } from '../src/ui/start-doctor.js';
import { tagOf } from '../src/ui/tag-names.js';

export { CatalogCoverage } from './catalog-coverage/catalog-coverage.js';
export { Doctor } from './doctor/doctor.js';
export { FormSteps } from './form-steps/form-steps.js';
export { LevelBadge } from './level-badge/level-badge.js';
export { LevelGuide } from './level-guide/level-guide.js';
export { Portal } from './portal/portal.js';
export { ProcedureDetail } from './procedure-detail/procedure-detail.js';
export { ProcedureLookup } from './procedure-lookup/procedure-lookup.js';
export { StatusTracker } from './status-tracker/status-tracker.js';
export { configure } from '../src/ui/configure.js';
export { VERSION } from '../src/ui/version.js';

const LATE = 'dvc-data-journey';
/** Few pages have it, so its code is not in the script. Where it does not come, what the page put inside stays usable. */
const bring = async (tag: string): Promise<void> => {
  if (tag === LATE) await import('./data-journey/data-journey.js').catch(() => undefined);
};

watchPage((root) => {
  if (matching(root, ':not(:defined)').some(({ localName }) => localName.startsWith(tagOf(LATE))))
    void bring(LATE);
  if (matching(root, DATA_TAGS).length > 0) void upgradeDataTags(bring);
});

startDoctor(tagOf('dvc-doctor'));
