import * as v from 'valibot';
import { count, text } from '../shared/data-schemas.js';
import type { GatewayAbout } from './contract.js';
import type { Network } from './fetch-text.js';
import { requestJson } from './request-json.js';

/** What a receiving system says of itself. */
export const aboutSchema: v.GenericSchema<unknown, GatewayAbout> = v.object({
  contract: v.literal(1),
  /** Who receives here. */
  office: text,
  /** Nothing that is received here reaches an office. */
  sample: v.boolean(),
  /** Longest file, in bytes. */
  maxFileBytes: count,
  /** Most papers of one application; absent where it does not say. */
  maxFiles: v.exactOptional(count),
});

/**
 * Asks a receiving system what it is.
 * @param url of the receiving system, e.g. `https://example.gov.vn/gateway`
 * @returns undefined where it did not answer by the contract
 */
export async function askAbout(url: string, network: Network): Promise<GatewayAbout | undefined> {
  const reply = await requestJson('GET', `${url.replace(/\/+$/u, '')}/v1`, network);
  const about = v.safeParse(aboutSchema, reply.kind === 'done' ? reply.json : undefined);
  return about.success ? about.output : undefined;
}
