import './catalog-coverage/catalog-coverage.js';
import './data-journey/data-journey.js';
import './doctor/doctor.js';
import './form-steps/form-steps.js';
import './level-badge/level-badge.js';
import './level-guide/level-guide.js';
import './outreach/outreach.js';
import './portal/portal.js';
import './procedure-detail/procedure-detail.js';
import './procedure-lookup/procedure-lookup.js';
import './status-tracker/status-tracker.js';

export * from './index.js';
