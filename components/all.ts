import './level-badge/level-badge.js';

export * from './index.js';
