import { define } from '../../src/ui/define.js';
import { StatusTracker } from './status-tracker.element.js';

export { StatusTracker };

define('dvc-status-tracker', StatusTracker);

declare global {
  interface HTMLElementTagNameMap {
    'dvc-status-tracker': StatusTracker;
  }
}
