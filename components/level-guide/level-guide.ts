import { define } from '../../src/ui/define.js';
import { LevelGuide } from './level-guide.element.js';

export { LevelGuide };

define('dvc-level-guide', LevelGuide);

declare global {
  interface HTMLElementTagNameMap {
    'dvc-level-guide': LevelGuide;
  }
}
