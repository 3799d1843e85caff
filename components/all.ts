import './level-badge/level-badge.js';
import './portal/portal.js';

export * from './index.js';
