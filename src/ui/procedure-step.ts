import { nextStep, type NextStep } from '../catalog/next-step.js';
import type { Procedure } from '../catalog/procedure.js';
import type { IsoDate } from '../shared/clock.js';
import type { AnnouncedLevel } from './catalog-state.js';
import { linkTo, webAddress } from './link-template.js';

/**
 * Where a person goes from a procedure: the same from a card and from the sheet.
 * @param template address where an application starts, with `{code}`; a record's own address comes first
 */
export const stepFrom = (
  procedure: Procedure,
  level: AnnouncedLevel | undefined,
  today: IsoDate,
  template: string | undefined,
): NextStep =>
  nextStep(procedure, {
    today,
    level,
    applyAddress: webAddress(procedure.applyUrl) ?? linkTo(template, procedure.code),
    sourceAddress: webAddress(procedure.source?.url),
  });
