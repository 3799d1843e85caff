import { define } from '../../src/ui/define.js';
import { Doctor } from './doctor.element.js';

export { Doctor };

define('dvc-doctor', Doctor);

declare global {
  interface HTMLElementTagNameMap {
    'dvc-doctor': Doctor;
  }
}
