import { define } from '../../src/ui/define.js';
import { DataJourney } from './data-journey.element.js';

export { DataJourney };

define('dvc-data-journey', DataJourney);

declare global {
  interface HTMLElementTagNameMap {
    'dvc-data-journey': DataJourney;
  }
}
