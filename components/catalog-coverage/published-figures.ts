import {
  parseCounts,
  parseCoverage,
  type CoverageFigures,
  type CoverageTrouble,
} from '../../src/catalog/coverage.js';
import type { Result } from '../../src/shared/result.js';

interface FiguresHost extends Element {
  readonly total: number | undefined;
  readonly byTier: string | undefined;
  readonly byLevel: string | undefined;
  readonly scheme: string | undefined;
  readonly publisher: string | undefined;
  readonly publishedOn: string | undefined;
  readonly source: string | undefined;
  readonly sourceUrl: string | undefined;
}

export type Published = Result<CoverageFigures, CoverageTrouble>;

/** Figures that the page wrote on the element or inside it; undefined where it wrote none. */
export function publishedFigures(host: FiguresHost): Published | undefined {
  if (host.total !== undefined) {
    return parseCoverage({
      total: host.total,
      // Counts that cannot be read are refused as such, rather than taken for absent.
      byTier: parseCounts(host.byTier) ?? null,
      byLevel: parseCounts(host.byLevel) ?? null,
      scheme: host.scheme,
      publisher: host.publisher,
      publishedOn: host.publishedOn,
      source: { name: host.source, url: host.sourceUrl },
    });
  }
  const script = host.querySelector(':scope > script[type="application/json"][data-dvc="figures"]');
  return script ? parseCoverage(jsonOf(script.textContent)) : undefined;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
