import { define } from '../../src/ui/define.js';
import { CatalogCoverage } from './catalog-coverage.element.js';

export { CatalogCoverage };

define('dvc-catalog-coverage', CatalogCoverage);

declare global {
  interface HTMLElementTagNameMap {
    'dvc-catalog-coverage': CatalogCoverage;
  }
}
