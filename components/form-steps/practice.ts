import calendar from '../../src/dossiers/calendar.json' with { type: 'json' };
import type { FormDefinition } from '../../src/forms/form-definition.js';
import type { Network } from '../../src/gateway/fetch-text.js';
import { createMemoryGateway } from '../../src/gateway/memory-gateway.js';
import type { Clock } from '../../src/shared/clock.js';

export { inventedAnswers } from '../../src/forms/invented-answers.js';

/** A network that ends in this page: every request is answered by a receiving system in memory. */
export function practiceNetwork(form: FormDefinition | undefined, clock: Clock): Network {
  const office = { name: 'Xã Mẫu', code: 'H00.00' };
  return {
    fetch: createMemoryGateway({ forms: form ? [form] : [], clock, calendar, office }),
    timeout: () => new AbortController().signal,
  };
}
