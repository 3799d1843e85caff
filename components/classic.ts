/*
 * Every element in one classic script, `dvc.min.js`, for pages that cannot have modules. What its tag says comes before
 * the elements are registered, so this import stands first.
 */
import '../src/ui/own-script-options.js';
import './all.js';
import { upgradeDataTags } from '../src/ui/data-tags.js';
import { DATA_TAGS, matching, watchPage } from '../src/ui/watch-page.js';
import { startDoctor } from '../src/ui/start-doctor.js';
import { tagOf } from '../src/ui/tag-names.js';

export * from './index.js';

watchPage((root) => {
  if (matching(root, DATA_TAGS).length > 0) void upgradeDataTags(() => Promise.resolve());
});

startDoctor(tagOf('dvc-doctor'));
