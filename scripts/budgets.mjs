import { posix } from 'node:path';

/*
 * What anything that pages load may weigh, in one place: for each element all that a page loads for it, and for each file
 * that is delivered its own. Kilobytes of 1,024, brotli. `scripts/size.mjs` holds the build to them.
 */

export const LOADER = 'dvc.loader.min.js';
/** Every element in one script, which needs no loader. */
export const ALONE = 'dvc.min.js';

/**
 * Most that a page must load for an element: the script that it pastes and all modules, Vietnamese included.
 */
export const BUDGETS = {
  [LOADER]: 2,
  [ALONE]: 95,
  'elements/level-badge.js': 24,
  'elements/level-guide.js': 27,
  'elements/catalog-coverage.js': 32,
  'elements/data-journey.js': 24,
  'elements/doctor.js': 18,
  'elements/outreach.js': 40,
  'elements/portal.js': 24,
  'elements/procedure-lookup.js': 40,
  'elements/procedure-detail.js': 34,
  'elements/form-steps.js': 60,
  'elements/status-tracker.js': 34,
};

/**
 * What an element fetches by itself soon after it is there, whatever the person does: everyday words beside the catalogue,
 * what stands below the last row, the lower part of a sheet, names of places for the address that nearly every form asks;
 * and what the tracker fetches once it asks for a dossier and shows it. It is not needed to begin, and has a budget of its
 * own: with everything above and all that it imports, by element.
 */
export const SOON = {
  'elements/status-tracker.js': {
    parts: ['tracking-client', 'followed-dossiers', 'open-acts', 'late'],
    budget: 50,
  },
  'elements/form-steps.js': { parts: ['address-late', 'paper-list'], budget: 69 },
  'elements/doctor.js': { parts: ['consultation'], budget: 27 },
  'elements/procedure-lookup.js': { parts: ['everyday', 'end'], budget: 52 },
  'elements/procedure-detail.js': { parts: ['rest'], budget: 39 },
};

/**
 * Each file by itself, so that none grows unseen where no page's total has it: tools, styles, parts that come late. A chunk
 * goes by its name, in `chunks/` and in `late/`; `00` stands for the number of each province.
 * @type {Readonly<Record<string, number>>}
 */
export const FILES = {
  [LOADER]: BUDGETS[LOADER],
  [ALONE]: BUDGETS[ALONE],
  'LICENSES.txt': 4.9,
  SHA384SUMS: 15.6,
  'dvc.css': 0.7,
  'dvc.frame.min.js': 0.7,
  'elements/catalog-coverage.js': 4.5,
  'elements/data-journey.js': 7.5,
  'elements/doctor.js': 0.7,
  'elements/form-steps.js': 35,
  'elements/level-badge.js': 2.2,
  'elements/level-guide.js': 4.3,
  'elements/outreach.js': 15.1,
  'elements/portal.js': 1.4,
  'elements/procedure-detail.js': 8.8,
  'elements/procedure-lookup.js': 8,
  'elements/status-tracker.js': 16.2,
  'integrity.json': 15.2,
  'themes/auto.css': 0.4,
  'themes/dark.css': 0.3,
  'themes/default.css': 0.7,
  'themes/high-contrast.css': 0.3,
  'tools/bang-tinh.css': 0.8,
  'tools/bang-tinh.html': 2,
  'tools/configurator.js': 45,
  'tools/elements.json': 6.2,
  'tools/en/bang-tinh.html': 1.8,
  'tools/en/nhung.html': 2.8,
  'tools/from-disk.js': 0.6,
  'tools/icon.svg': 0.3,
  'tools/mau-danh-muc.csv': 1.9,
  'tools/nhung.css': 1.7,
  'tools/nhung.html': 3.1,
  'tools/preview.js': 3.5,
  'tools/sheet-worker.js': 69,
  'tools/sheet.js': 6.9,
  'tools/site.css': 1.3,
  'tools/xem-thu.css': 0.3,
  'tools/xem-thu.html': 0.3,
  '00-*.js': 5,
  'acting-*.js': 24.5,
  'address-late-*.js': 5.3,
  'applicant-form-*.js': 1,
  'asked-parts-*.js': 0.8,
  'attach-part-*.js': 5.4,
  'built-in-days-*.js': 0.2,
  'calendar-file-*.js': 0.5,
  'catalog-coverage-*.js': 4.6,
  'check-messages-*.js': 0.6,
  'chosen-file-*.js': 0.6,
  'closer-*.js': 10,
  'code-picture-*.js': 0.3,
  'code-shape-*.js': 0.3,
  'common-*.js': 0.5,
  'consultation-*.js': 11.2,
  'contract-schemas-*.js': 0.4,
  'copy-text-*.js': 0.2,
  'core-*.js': 14.2,
  'coverage-*.js': 0.7,
  'data-*.js': 9.4,
  'data-journey-*.js': 7.1,
  'data-schemas-*.js': 2.8,
  'data-tags-*.js': 0.7,
  'deadline-*.js': 0.8,
  'detail-*.js': 1.4,
  'detail-rest-*.js': 0.7,
  'detail-share-*.js': 0.3,
  'doctor-*.js': 3.1,
  'dossier-code-*.js': 0.3,
  'dossier-states-*.js': 1,
  'dossier-tables-*.js': 1.4,
  'dossier-way-*.js': 0.5,
  'drawn-text-*.js': 0.4,
  'end-*.js': 1,
  'everyday-*.js': 11.9,
  'filing-*.js': 0.3,
  'filters-*.js': 1.8,
  'followed-dossiers-*.js': 0.8,
  'form-*.js': 2.9,
  'form-address-*.js': 0.3,
  'form-late-*.js': 7.6,
  'form-papers-*.js': 0.5,
  'format-time-*.js': 0.2,
  'guide-*.js': 1,
  'if-defined-*.js': 0.2,
  'in-vietnamese-*.js': 0.3,
  'index-*.js': 2.4,
  'index-file-*.js': 1.1,
  'journey-*.js': 2.2,
  'json-file-*.js': 0.4,
  'keep-times-*.js': 0.2,
  'kept-*.js': 0.3,
  'late-*.js': 11,
  'levels-*.js': 0.6,
  'listen-changes-*.js': 0.9,
  'lookup-*.js': 0.6,
  'lookup-dossier-*.js': 0.2,
  'lookup-end-*.js': 0.4,
  'lookup-filters-*.js': 0.3,
  'mask-name-*.js': 0.2,
  'mask-told-*.js': 0.5,
  'masking-*.js': 1.2,
  'moved-deadline-*.js': 0.6,
  'office-limit-*.js': 0.3,
  'open-acts-*.js': 0.5,
  'outbox-*.js': 0.7,
  'outreach-*.js': 13.9,
  'page-options-*.js': 0.5,
  'next-try-*.js': 3.6,
  'page-sheet-*.js': 0.5,
  'paper-*.js': 2.1,
  'paper-list-*.js': 3.4,
  'papers-*.js': 0.4,
  'pdf-signature-*.js': 0.7,
  'photo-*.js': 1.2,
  'place-notices-*.js': 1.2,
  'practice-*.js': 12,
  'print-code-*.js': 2.3,
  'problem-words-*.js': 4,
  'problems-*.js': 2.8,
  'procedure-facts-*.js': 1,
  'qr-camera-*.js': 0.9,
  'read-aloud-*.js': 3.8,
  'read-code-*.js': 0.5,
  'read-qr-*.js': 13.5,
  'read-panels-*.js': 2.6,
  'receiving-*.js': 2.1,
  'ref-*.js': 0.9,
  'request-json-*.js': 1.6,
  'rest-*.js': 4.6,
  'save-date-*.js': 0.7,
  'save-file-*.js': 0.2,
  'scan-*.js': 1.8,
  'scheme-file-*.js': 1,
  'sealed-list-*.js': 1.5,
  'search-*.js': 9.4,
  'search-files-*.js': 0.7,
  'sha256-*.js': 0.3,
  'share-*.js': 0.7,
  'sheet-aloud-*.js': 0.3,
  'status-aloud-*.js': 0.4,
  'step-aloud-*.js': 0.4,
  'stored-copies-*.js': 0.9,
  'structured-data-*.js': 0.7,
  'submission-*.js': 0.8,
  'svg-*.js': 2.3,
  'tell-apart-*.js': 0.4,
  'tell-unknown-*.js': 0.4,
  'tracker-*.js': 2.6,
  'tracker-acts-*.js': 2,
  'tracker-late-*.js': 1.3,
  'tracker-rare-*.js': 1,
  'tracking-client-*.js': 1.9,
  'typed-knock-*.js': 0.6,
  'tracking-contract-*.js': 2.2,
  'unfold-to-print-*.js': 0.5,
  'upload-*.js': 1.1,
};

/** Name of a chunk without the hash of its text. */
export const partOf = (file) => posix.basename(file).replace(/-[\w-]{8}\.js$/u, '');

/** What a file goes by in the table. */
const ruleOf = (file) =>
  /^(?:chunks|late)\//u.test(file) ? `${partOf(file).replace(/^\d\d$/u, '00')}-*.js` : file;

/**
 * Files that are too heavy, that nobody has given a limit, and limits of files that are not there any more.
 * @param {Record<string, number>} sizes kilobytes by file
 * @param {Record<string, number>} rules limits by file, or by the name of a chunk
 * @returns {string[]}
 */
export function fileFaults(sizes, rules) {
  const faults = [];
  for (const [file, kilobytes] of Object.entries(sizes)) {
    const rule = ruleOf(file);
    if (!Object.hasOwn(rules, rule)) faults.push(`${file} has no limit of its own: give ${rule} one`);
    else if (kilobytes > rules[rule])
      faults.push(`${file} is ${kilobytes.toFixed(2)} KB, its limit is ${String(rules[rule])} KB`);
  }
  const there = new Set(Object.keys(sizes).map(ruleOf));
  for (const rule of Object.keys(rules))
    if (!there.has(rule)) faults.push(`${rule} has a limit and is not there`);
  return faults;
}
