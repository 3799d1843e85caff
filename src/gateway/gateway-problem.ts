/** Why a file or an answer did not come, as codes; `locales/…/problems.json` has the words. */
export const GATEWAY_PROBLEMS = [
  /** No network, or the address cannot be reached from this page. */
  'offline',
  'timeout',
  /** 404, 410. */
  'not-found',
  /** Any other 4xx. */
  'refused',
  /** 5xx. */
  'server-error',
  /** A web page came instead of data: a login page, a captive portal, a wrong path. */
  'wrong-content-type',
  'file-too-large',
] as const;
export type GatewayProblemCode = (typeof GATEWAY_PROBLEMS)[number];
