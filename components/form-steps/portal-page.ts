import type { Procedure } from '../../src/catalog/procedure.js';
import { linkTo } from '../../src/ui/link-template.js';

/** The national portal and its parts. */
const PORTAL_HOST = /(?:^|\.)dichvucong\.gov\.vn$/u;

/**
 * The page of a procedure on the national portal: where it is applied for, by the page's own template, or where the
 * catalogue was read, if that is the portal. Undefined where nobody names one; it is never made from the code alone.
 */
export function portalPageOf(
  procedure: Procedure | undefined,
  template: string | undefined,
  code: string,
): string | undefined {
  const source = procedure?.source?.url;
  return (
    procedure?.applyUrl ??
    linkTo(template, code) ??
    (source && PORTAL_HOST.test(new URL(source).hostname) ? source : undefined)
  );
}
