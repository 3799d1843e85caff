import type { ReadAnswer } from './messages.js';

/** The part of Trusted Types that is used; not every browser has them. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { readonly createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): unknown };
}

/**
 * Starts the worker that lies beside this script. Under Trusted Types its address needs a policy; ours gives out this one
 * address and no other.
 * @throws where the page's policy forbids it
 */
export function startWorker(take: (answer: ReadAnswer) => void, fail: () => void): Worker {
  const address = new URL('sheet-worker.js', import.meta.url).href;
  const { trustedTypes } = globalThis as { trustedTypes?: PolicyFactory };
  const policy = trustedTypes?.createPolicy('dvc-widgets', { createScriptURL: () => address });
  const worker = new Worker((policy?.createScriptURL(address) ?? address) as string, { type: 'module' });
  worker.addEventListener('message', ({ data }: MessageEvent<ReadAnswer>) => take(data));
  worker.addEventListener('error', fail);
  return worker;
}
