import type {
  AddressFacts,
  Answer,
  CopyFacts,
  DataFaults,
  DocumentFacts,
  PolicyFacts,
  Violation,
} from './facts.js';
import { finding, type Finding, type FindingCode } from './findings.js';

/** Types under which the library takes data; where none is sent, too. */
const DATA_TYPES = /^(?:application|text)\/(?:[\w.+-]*json|plain|octet-stream)$|^$/iu;

/** What a browser asks to be secure on a secure page, but for a server on this computer. */
const isPlainHttp = (address: string): boolean =>
  /^http:\/\//iu.test(address) &&
  !/^http:\/\/(?:localhost|127(?:\.\d+){3}|\[::1\])(?:[:/]|$)/iu.test(address);

/** Whether a browser that is told to hide where a redirect went means this address. */
const isSame = (address: string, blocked: string): boolean =>
  blocked === address || address.startsWith(`${blocked.replace(/\/$/u, '')}/`);

function answeredFinding(
  answer: Answer & { readonly kind: 'answered' },
  params: { name: string; address: string },
) {
  const { status, type, isJson } = answer;
  if (status === 404 || status === 410) return finding('not-found', { ...params, status });
  if (status >= 500) return finding('server-error', { ...params, status });
  if (status >= 400) return finding('refused', { ...params, status });
  if (!isJson) return finding(/html/iu.test(type) ? 'web-page' : 'not-json', params);
  return DATA_TYPES.test(type) ? undefined : finding('wrong-type', { ...params, type });
}

const HARMS: Readonly<Record<DataFaults['harm'], FindingCode>> = {
  all: 'data-refused',
  part: 'data-left-out',
  none: 'data-unusual',
};

/** What is wrong with data that came as they should. */
const faultFindings = (
  params: { name: string; address: string },
  faults: DataFaults | undefined,
): Finding[] =>
  faults ? [{ ...finding(HARMS[faults.harm], { ...params, count: faults.count }), said: faults.said }] : [];

/** What each address of data answered. One that is asked without https where the page has it is told as that alone. */
export function checkAddresses(
  addresses: readonly AddressFacts[],
  { isHttps }: Pick<DocumentFacts, 'isHttps'>,
): readonly Finding[] {
  return addresses.flatMap(({ name, address, answer, faults }) => {
    const params = { name, address };
    if (isHttps && isPlainHttp(address)) return [finding('mixed-content', params)];
    // What a policy blocked is told by the policy.
    if (!answer || answer.kind === 'blocked') return [];
    const found = answer.kind === 'answered' ? answeredFinding(answer, params) : finding(answer.kind, params);
    return found ? [found] : faultFindings(params, faults);
  });
}

/** Directives that decide whether a script runs; a browser tells the nearest that the policy has. */
const SCRIPT = /^(?:script-src(?:-elem)?|worker-src)$/u;

function violationFinding({ directive, blocked, present }: Violation): Finding {
  const params = { directive, blocked, present: present ?? '' };
  if (directive === 'connect-src') return finding('csp-connect', params);
  return finding(SCRIPT.test(directive) ? 'csp-script' : 'csp-other', params);
}

/** What the page's policy blocked of ours, each once. */
export function checkPolicy({ violations }: Pick<PolicyFacts, 'violations'>): readonly Finding[] {
  const seen = new Set<string>();
  return violations
    .filter(({ directive }) => !directive.includes('trusted-types'))
    .filter(({ directive, blocked }) => {
      const key = `${directive} ${blocked}`;
      return !seen.has(key) && seen.add(key);
    })
    .map(violationFinding);
}

/**
 * Where strings may not become markup, the library needs its policy; a second copy needs it a second time.
 * https://www.w3.org/TR/trusted-types/
 */
export function checkTrustedTypes({
  needsTrustedTypes,
  allowsPolicy,
  isDrawn,
}: Pick<PolicyFacts, 'needsTrustedTypes' | 'allowsPolicy' | 'isDrawn'>): readonly Finding[] {
  if (!needsTrustedTypes || allowsPolicy) return [];
  return [finding(isDrawn ? 'trusted-types-once' : 'trusted-types')];
}

/** Files of the library itself. */
export function checkFiles({ failed }: Pick<CopyFacts, 'failed'>): readonly Finding[] {
  return failed.map((file) => finding('file-failed', file));
}

/** Violations of a page that are about what is ours: an address of data, a file of the library. */
export const oursAmong = (
  violations: readonly Violation[],
  { addresses, folders }: { readonly addresses: readonly string[]; readonly folders: readonly string[] },
): readonly Violation[] =>
  violations.filter(
    ({ blocked }) =>
      addresses.some((address) => isSame(address, blocked)) ||
      folders.some((folder) => blocked.startsWith(folder)),
  );

/** The part of a policy that a directive has, as it is sent: `connect-src 'self'`. */
export const directiveOf = (policy: string, name: string): string | undefined =>
  policy
    .split(/[;,]/u)
    .map((part) => part.trim())
    .find((part) => part.split(/\s/u)[0]?.toLowerCase() === name);
