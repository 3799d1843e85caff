import type { FormDefinition } from '../forms/form-definition.js';
import { parseForm } from '../forms/parse-form.js';
import { FetchTrouble, fetchText, type Network } from '../gateway/fetch-text.js';
import type { Problem } from '../shared/result.js';

export type FormLoad =
  /** `form` is undefined where the procedure has none. */
  | { readonly status: 'ready'; readonly form: FormDefinition | undefined }
  | { readonly status: 'refused'; readonly problem: Problem; readonly problems: readonly Problem[] };

/** The network of the page. */
export const pageNetwork: Network = {
  fetch: (input, init) => fetch(input, init),
  timeout: (ms) => AbortSignal.timeout(ms),
};

/** Reads the form of a procedure from its address, or from data that the page handed over. */
export async function loadForm(source: unknown, network: Network): Promise<FormLoad> {
  try {
    const json = typeof source === 'string' ? await fetchJson(source, network) : source;
    const { form, problems } = parseForm(json);
    const [problem] = problems;
    return problem ? { status: 'refused', problem, problems } : { status: 'ready', form };
  } catch (error) {
    if (!(error instanceof FetchTrouble)) return refused({ code: 'broken-json' });
    // No file for a code is no form for a procedure.
    if (error.problem.code === 'not-found') return { status: 'ready', form: undefined };
    return refused(error.problem);
  }
}

const refused = (problem: Problem): FormLoad => ({ status: 'refused', problem, problems: [problem] });

async function fetchJson(address: string, network: Network): Promise<unknown> {
  let text = '';
  for await (const chunk of (await fetchText(address, network)).chunks) text += chunk;
  return JSON.parse(text);
}
