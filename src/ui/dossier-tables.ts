import type { WorkCalendar } from '../dossiers/deadline.js';
import { parseStages } from '../dossiers/parse-stages.js';
import type { StageMap } from '../dossiers/stages.js';
import { parseWorkCalendar } from '../dossiers/work-calendar.js';
import { FetchTrouble, fetchText, type Network } from '../gateway/fetch-text.js';
import type { Problem, Result } from '../shared/result.js';
import { reportProblems } from './report-problems.js';

/** A province's table of states; undefined where it cannot be used, which the webmaster is told. */
export const loadStages = (address: string, network: Network): Promise<StageMap | undefined> =>
  load(address, network, parseStages);

/** A province's work calendar; undefined where it cannot be used, which the webmaster is told. */
export const loadCalendar = (address: string, network: Network): Promise<WorkCalendar | undefined> =>
  load(address, network, parseWorkCalendar);

async function load<Table>(
  address: string,
  network: Network,
  parse: (json: unknown) => Result<Table>,
): Promise<Table | undefined> {
  try {
    let text = '';
    for await (const chunk of (await fetchText(address, network)).chunks) text += chunk;
    const parsed = parse(JSON.parse(text));
    if (parsed.ok) return parsed.value;
    await reportProblems(address, [parsed.problem]);
  } catch (error) {
    const problem: Problem = error instanceof FetchTrouble ? error.problem : { code: 'broken-json' };
    await reportProblems(address, [problem]);
  }
  return undefined;
}
