import { define } from '../../src/ui/define.js';
import { Portal } from './portal.element.js';

export { Portal };

define('dvc-portal', Portal);

declare global {
  interface HTMLElementTagNameMap {
    'dvc-portal': Portal;
  }
}
