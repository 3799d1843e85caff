import { directiveOf } from '../../doctor/address-checks.js';
import type { Violation } from '../../doctor/facts.js';
import { resolved, withoutQuery } from './without-query.js';

/** What a report of a violation tells; the DOM's own types do not have it everywhere. */
interface ViolationReport {
  readonly effectiveDirective?: string;
  readonly blockedURL?: string | null;
  readonly originalPolicy?: string;
  readonly disposition?: string;
}
/** Hears what the page's policy blocks; where the browser tells, also what it blocked before. */
export class PolicyEar {
  readonly violations: Violation[] = [];
  /** Raw addresses that were blocked, with their queries; only to compare with. */
  readonly #blocked = new Set<string>();
  readonly #observer: ReportingObserver | undefined;

  constructor() {
    document.addEventListener('securitypolicyviolation', this.#hear);
    if (!('ReportingObserver' in window)) return;
    this.#observer = new ReportingObserver(
      (reports) => {
        for (const { body } of reports) if (body) this.#add(body);
      },
      { types: ['csp-violation'], buffered: true },
    );
    this.#observer.observe();
  }

  /** The browser tells what was blocked before somebody listened. */
  get isComplete(): boolean {
    return this.#observer !== undefined;
  }

  /** Whether an address was blocked; of one that a redirect led to, browsers tell the origin alone. */
  hasBlocked(url: string): boolean {
    return this.#blocked.has(url) || this.#blocked.has(resolved(url)?.origin ?? url);
  }

  stop(): void {
    document.removeEventListener('securitypolicyviolation', this.#hear);
    this.#observer?.disconnect();
  }

  readonly #hear = (event: SecurityPolicyViolationEvent): void => {
    this.#add({
      effectiveDirective: event.effectiveDirective,
      blockedURL: event.blockedURI,
      originalPolicy: event.originalPolicy,
      disposition: event.disposition,
    });
  };

  #add({ effectiveDirective = '', blockedURL, originalPolicy = '', disposition }: ViolationReport): void {
    // A policy that only reports blocks nothing.
    if (disposition === 'report') return;
    const blocked = blockedURL ?? '';
    this.#blocked.add(blocked);
    this.violations.push({
      directive: effectiveDirective,
      blocked: withoutQuery(blocked),
      present: directiveOf(originalPolicy, effectiveDirective) ?? directiveOf(originalPolicy, 'default-src'),
    });
  }
}

interface PolicyFactory {
  createPolicy(name: string, rules: object): unknown;
}

/** Whether strings may not become code here: tried with a script that stands in no page and never runs. */
export function needsTrustedTypes(): boolean {
  try {
    document.createElement('script').text = '';
    return false;
  } catch {
    return true;
  }
}

/** Whether a policy of our name may be made (once more); it is let go at once, so that nobody can use it. */
export function allowsPolicy(): boolean {
  try {
    (window as { trustedTypes?: PolicyFactory }).trustedTypes?.createPolicy('dvc-widgets', {});
    return true;
  } catch {
    return false;
  }
}
