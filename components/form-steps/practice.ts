import calendar from '../../src/dossiers/calendar.json' with { type: 'json' };
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

/** A network that ends in this page: every request is answered by a receiving system in memory. */
export function practiceNetwork(form: FormDefinition | undefined, clock: Clock): Network {
  const office = { name: 'Xã Mẫu', code: 'H00.00' };
  return {
    fetch: createMemoryGateway({ forms: form ? [form] : [], clock, calendar, office }),
    timeout: () => new AbortController().signal,
  };
}
