import './level-badge/level-badge.js';
import './portal/portal.js';
import './procedure-detail/procedure-detail.js';

export * from './index.js';
