import type { ProblemBody } from '../contract.js';
import type { Tracked } from '../tracking-contract.js';
import { ask, demand, demandProblem, demandStatus, type ContractCase } from './ask.js';

/* What an office asked for by ticking it. Nothing is handed in: the same dossier can be tried again. */

export const SUPPLEMENT_CASES: readonly ContractCase[] = [
  {
    name: 'what an office ticked is told to who has the receipt, and just that is taken, and all of it',
    async run(target) {
      const { asked } = target;
      if (!asked) return 'not-tried';
      const knock = { code: asked.code, factor: { kind: 'secret', value: asked.secret } };
      const post = (path: string, more: object = {}) =>
        ask(target, 'POST', `/tracking${path}`, {
          body: JSON.stringify({ ...knock, ...more }),
          headers: { 'content-type': 'application/json' },
        });
      const look = await post('');
      demandStatus(look, 200);
      const told = look.json as Tracked;
      demand(told.found && 'level' in told && told.level === 1, 'the secret does not open it');
      demand(told.asks?.kind === 'supplement', 'it does not wait for a supplement');
      const { parts = [] } = told.asks;
      const names = (kind: string) => parts.filter((part) => part.kind === kind).map(({ name }) => name);
      demand(names('field').length > 0 && names('paper').length > 0, 'no field or no paper is told');
      demand(
        parts.every(({ label, ...part }) => label.vi !== '' && !('value' in part) && !('answer' in part)),
        'a part has no label, or tells what was answered',
      );

      const send = (act: object) =>
        post('/acts', { act: { id: target.newId(), kind: 'supplement', ...act } });
      const nothing = await send({ note: 'x' });
      demandProblem(nothing, 'parts-missing');
      const { errors = [] } = nothing.json as ProblemBody;
      const missing = [
        ...names('field').map((name) => `/act/answers/${name} required`),
        ...names('paper').map((name) => `/act/files file-missing ${name}`),
      ];
      const said = errors.map(({ pointer, code, paper }) => [pointer, code, paper].filter(Boolean).join(' '));
      demand(said.sort().join('\n') === missing.sort().join('\n'), `it says ${said.join(', ')}`);

      const stranger = `khong-hoi-${target.newId()}`;
      const other = await send({ answers: { [stranger]: 'x' } });
      demandProblem(other, 'not-asked');
      const [first] = (other.json as ProblemBody).errors ?? [];
      demand(first?.pointer === `/act/answers/${stranger}`, 'not said what was not asked for');
      const file = { id: target.newId(), name: 'x.pdf', size: 1, sha256: '0'.repeat(64), paper: stranger };
      demandProblem(await send({ files: [file] }), 'not-asked');

      if (told.cancels) {
        const earlier = new Date(Date.parse(told.asks.at) - 1000).toISOString();
        demandProblem(await send({ asked: earlier, note: 'x' }), 'act-not-now');
      }
      demandProblem(await send({ asked: told.asks.at, note: 'x' }), 'parts-missing');

      const after = (await post('')).json as Tracked;
      demand(
        after.found && 'version' in after && after.version === told.version,
        'what was refused has changed it',
      );
      return 'kept';
    },
  },
];
