import '../level-badge/level-badge.js';
import { define } from '../../src/ui/define.js';
import { ProcedureDetail } from './procedure-detail.element.js';

export { ProcedureDetail };

define('dvc-procedure-detail', ProcedureDetail);

declare global {
  interface HTMLElementTagNameMap {
    'dvc-procedure-detail': ProcedureDetail;
  }
}
