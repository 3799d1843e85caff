export { CatalogCoverage } from './catalog-coverage/catalog-coverage.element.js';
export { FormSteps } from './form-steps/form-steps.element.js';
export { LevelBadge } from './level-badge/level-badge.element.js';
export { LevelGuide } from './level-guide/level-guide.element.js';
export { Portal } from './portal/portal.element.js';
export { ProcedureDetail } from './procedure-detail/procedure-detail.element.js';
export { ProcedureLookup } from './procedure-lookup/procedure-lookup.element.js';
export { configure, type PortalSettings } from '../src/ui/configure.js';
export { VERSION } from '../src/ui/define.js';
