import { define } from '../../src/ui/define.js';
import { LevelBadge } from './level-badge.element.js';

export { LevelBadge };

define('dvc-level-badge', LevelBadge);

declare global {
  interface HTMLElementTagNameMap {
    'dvc-level-badge': LevelBadge;
  }
}
