import { define } from '../../src/ui/define.js';
import { ProcedureLookup } from './procedure-lookup.element.js';

export { ProcedureLookup };

define('dvc-procedure-lookup', ProcedureLookup);

declare global {
  interface HTMLElementTagNameMap {
    'dvc-procedure-lookup': ProcedureLookup;
  }
}
