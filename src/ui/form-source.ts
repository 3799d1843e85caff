import type { FormDefinition } from '../forms/form-definition.js';
import { parseFormIndex } from '../forms/form-index.js';
import { parseForm } from '../forms/parse-form.js';
import { FetchTrouble, fetchText, type Network } from '../gateway/fetch-text.js';
import type { Problem } from '../shared/result.js';
import { linkTo } from './link-template.js';

export type FormLoad =
  /** `form` is undefined where the procedure has none. */
  | { readonly status: 'ready'; readonly form: FormDefinition | undefined }
  | { readonly status: 'refused'; readonly problem: Problem; readonly problems: readonly Problem[] };

/**
 * Where the form of a procedure is: at an address with the code in it, or in an index of forms (`forms.json#1.004873`).
 * @param template address with `{code}`, or of an index
 */
export function formSource(template: string | undefined, code: string): string | undefined {
  const address = linkTo(template, code);
  return address === undefined || template?.includes('{code}') ? address : `${address}#${code}`;
}

/**
 * Reads the form of a procedure from its address, or from data that the page handed over; nothing is no form.
 * @param isSent whether the application is sent from here: then who applies is asked also where there is no form
 */
export async function loadForm(source: unknown, network: Network, isSent: boolean): Promise<FormLoad> {
  const loaded = await readForm(source, network);
  if (loaded.status === 'refused' || loaded.form || !isSent) return loaded;
  return import('../forms/applicant-form.js').then(
    ({ APPLICANT_FORM: form }): FormLoad => ({ status: 'ready', form }),
    () => refused({ code: 'offline' }),
  );
}

async function readForm(source: unknown, network: Network): Promise<FormLoad> {
  if (source === undefined) return { status: 'ready', form: undefined };
  try {
    const address = typeof source === 'string' ? await addressIn(source, network) : undefined;
    if (typeof source === 'string' && address === undefined) return { status: 'ready', form: undefined };
    const { form, problems } = parseForm(address === undefined ? source : await fetchJson(address, network));
    const [problem] = problems;
    return problem ? { status: 'refused', problem, problems } : { status: 'ready', form };
  } catch (error) {
    if (!(error instanceof FetchTrouble)) return refused({ code: 'broken-json' });
    // No file for a code is no form for a procedure.
    if (error.problem.code === 'not-found') return { status: 'ready', form: undefined };
    return refused(error.problem);
  }
}

/** The address of a form; undefined where an index has none for the procedure. */
async function addressIn(source: string, network: Network): Promise<string | undefined> {
  const [address = '', code] = source.split('#');
  if (code === undefined) return address;
  const index = parseFormIndex(await fetchJson(address, network));
  if (!index) throw new FetchTrouble({ code: 'form-index-invalid' });
  const entry = Object.hasOwn(index.forms, code) ? index.forms[code] : undefined;
  return entry && new URL(entry, new URL(address, document.baseURI)).href;
}

const refused = (problem: Problem): FormLoad => ({ status: 'refused', problem, problems: [problem] });

async function fetchJson(address: string, network: Network): Promise<unknown> {
  let text = '';
  for await (const chunk of (await fetchText(address, network)).chunks) text += chunk;
  return JSON.parse(text);
}
