import { define } from '../../src/ui/define.js';
import { FormSteps } from './form-steps.element.js';

export { FormSteps };

define('dvc-form-steps', FormSteps);

declare global {
  interface HTMLElementTagNameMap {
    'dvc-form-steps': FormSteps;
  }
}
