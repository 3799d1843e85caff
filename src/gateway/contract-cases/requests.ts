import type { GatewayAbout } from '../contract.js';
import { ask, demand, demandProblem, demandStatus, type ContractCase } from './ask.js';

export const REQUEST_CASES: readonly ContractCase[] = [
  {
    name: 'the system says what it is, and how long a file may be',
    async run(target) {
      const answer = await ask(target, 'GET', '');
      demandStatus(answer, 200);
      const { contract, office, sample, maxFileBytes, maxFiles = 1 } = answer.json as Partial<GatewayAbout>;
      demand(contract === 1, `the contract is ${String(contract)}`);
      demand(typeof office === 'string' && office !== '', 'no office');
      demand(typeof sample === 'boolean', 'it does not say whether it is a sample');
      demand(Number.isSafeInteger(maxFileBytes) && (maxFileBytes ?? 0) > 0, 'no size of files');
      demand(Number.isSafeInteger(maxFiles) && maxFiles > 0, `${String(maxFiles)} papers at most`);
      return 'kept';
    },
  },
  {
    name: 'a method that is not served is told by a problem that names those that are',
    async run(target) {
      const id = target.newId();
      for (const [method, path, allowed] of [
        ['PATCH', `/submissions/${id}`, 'PUT'],
        ['POST', `/submissions/${id}`, 'PUT'],
        ['PUT', `/submissions/${id}/payment`, 'POST'],
        ['DELETE', `/submissions/${id}/payment`, 'POST'],
        ['PUT', '/uploads', 'POST'],
        ['PUT', `/uploads/${id}`, 'PATCH'],
        ['POST', '', 'GET'],
      ] as const) {
        const answer = await ask(target, method, path);
        demandProblem(answer, 'method-unknown');
        const allow = answer.response.headers.get('allow') ?? '';
        demand(allow.includes(allowed), `${method} /v1${path} is answered with Allow: ${allow}`);
      }
      return 'kept';
    },
  },
  {
    name: 'an address that is not served is told by a problem',
    async run(target) {
      for (const path of ['/submissions', '/submissions/not-an-id', `/dossiers/${target.newId()}`])
        demandProblem(await ask(target, 'GET', path), 'not-found');
      return 'kept';
    },
  },
];
