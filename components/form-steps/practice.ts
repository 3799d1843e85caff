import { officeLimit } from '../../src/catalog/office-limit.js';
import type { Procedure } from '../../src/catalog/procedure.js';
import { builtInDays } from '../../src/dossiers/built-in-days.js';
import { DELIVERY } from '../../src/forms/delivery-draft.js';
import type { FormDefinition } from '../../src/forms/form-definition.js';
import { inventedAnswers } from '../../src/forms/invented-answers.js';
import type { Network } from '../../src/gateway/fetch-text.js';
import { createMemoryGateway } from '../../src/gateway/memory-gateway.js';
import type { Clock } from '../../src/shared/clock.js';
import type { Application } from '../../src/ui/application.js';

/** Somebody who does not exist fills everything in, how the result is to reach them too. */
export function fillInvented(application: Application, form: FormDefinition): void {
  application.fill(inventedAnswers(form));
  application.answer({ field: DELIVERY }, { way: 'desk' });
}

/**
 * A network that ends in this page: every request is answered by a receiving system in memory.
 * @param procedure tells how long an office has, as the receipt of a real one would
 */
export function practiceNetwork(
  form: FormDefinition | undefined,
  clock: Clock,
  procedure: Procedure | undefined,
): Network {
  const answer = createMemoryGateway({
    forms: form ? [form] : [],
    clock,
    calendar: builtInDays,
    // No system numbers like this: a code of practice opens nobody's dossier.
    office: { name: 'Xã Mẫu', code: 'TAP' },
    limitOf: () => procedure && officeLimit(procedure),
  });
  return { fetch: answer, timeout: () => new AbortController().signal };
}
