/* All classes but those that the one script for a page fetches when they are needed. */
export { CatalogCoverage } from './catalog-coverage/catalog-coverage.element.js';
export { FormSteps } from './form-steps/form-steps.element.js';
export { LevelBadge } from './level-badge/level-badge.element.js';
export { LevelGuide } from './level-guide/level-guide.element.js';
export { Portal } from './portal/portal.element.js';
export { ProcedureDetail } from './procedure-detail/procedure-detail.element.js';
export { ProcedureLookup } from './procedure-lookup/procedure-lookup.element.js';
export { StatusTracker } from './status-tracker/status-tracker.element.js';
export type { MessageOverrides } from '../src/i18n/page-words.js';
export type { FormSubmittedEvent, StepChangeEvent } from '../src/ui/form-events.js';
export type { OpenedFrom, ProcedureApplyEvent, ProcedureOpenEvent } from '../src/ui/procedure-events.js';
export type { DataDeletedEvent } from '../src/ui/journey-events.js';
export type { DossierActedEvent, DossierFoundEvent } from '../src/ui/tracker-events.js';
export { configure, type PortalSettings } from '../src/ui/configure.js';
export { VERSION } from '../src/ui/version.js';
