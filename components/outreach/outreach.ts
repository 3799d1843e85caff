import { define } from '../../src/ui/define.js';
import { Outreach } from './outreach.element.js';

export { Outreach };

define('dvc-outreach', Outreach);

declare global {
  interface HTMLElementTagNameMap {
    'dvc-outreach': Outreach;
  }
}
