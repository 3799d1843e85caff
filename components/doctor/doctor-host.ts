import type { PageFacts } from '../../src/doctor/facts.js';
import type { doctorFindings } from '../../src/i18n/namespaces/doctor-findings.js';
import type { doctor } from '../../src/i18n/namespaces/doctor.js';
import type { Clock } from '../../src/shared/clock.js';
import type { LocalizeController } from '../../src/ui/localize-controller.js';

/** What the parts of the doctor need of the element. */
export interface DoctorHost extends HTMLElement {
  readonly headingLevel: number;
  readonly facts: PageFacts | undefined;
  readonly clock: Clock;
  readonly hasUpdated: boolean;
  requestUpdate(): void;
}

export type DoctorWords = LocalizeController<[], typeof doctor | typeof doctorFindings>;
