import { STRICT_CSP } from '../../scripts/strict-csp.mjs';

/*
 * What portals send with their pages, from nothing to the strictest. Each also says what is to be expected:
 * - `all`: every element shows itself, searching works, and the browser reports nothing;
 * - `links`: by its nature nothing can be run or drawn; what the page put inside each tag stays in sight;
 * - `no data`: elements are there, but may not ask for what they show, and say so in their place;
 * - `no late parts`: the one script is there, and may bring nothing after it.
 */

export const NONCE = 'cjRuZDBtLW5vbmNl';
const LOADER = '<script type="module" src="/dvc/dvc.loader.min.js"></script>';
const ONE = '<script defer src="/dvc/dvc.min.js"></script>';
const withNonce = (script) => script.replace('<script', `<script nonce="${NONCE}"`);

/** A script by its hash, as `integrity.json` has it. */
const withHash = (script, hash) => script.replace('></', ` integrity="${hash}" crossorigin="anonymous"></`);

/**
 * @typedef {object} Policy
 * @property {string} name
 * @property {string[]} csp lines of the header, each a policy of its own
 * @property {string[]} [reportOnly]
 * @property {string} script
 * @property {'all' | 'links' | 'no data' | 'no late parts'} expects
 * @property {boolean} [needsTrustedTypes] refuses only where the browser knows Trusted Types; elsewhere: `all`
 * @property {boolean} [refusesSheets] the page's own sheets come by its scripts
 * @property {RegExp} [says] what the console must have said of it
 * @property {RegExp} [reports] directives whose reports are the page's will
 */

/**
 * @param {string} origin of the page
 * @param {Record<string, string>} hashes by file
 * @returns {Policy[]}
 */
export const policies = (origin, hashes) => [
  { name: 'no policy', csp: [], script: LOADER, expects: 'all' },
  {
    name: 'the one of 2014, which allows nearly all',
    csp: ["default-src * data: blob: 'unsafe-inline' 'unsafe-eval'"],
    script: ONE,
    expects: 'all',
  },
  { name: 'own files only', csp: ["default-src 'self'"], script: LOADER, expects: 'all' },
  { name: 'own scripts only', csp: ["script-src 'self'"], script: ONE, expects: 'all' },
  {
    name: 'nothing but scripts, data and sheets of one’s own',
    csp: ["default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'"],
    script: LOADER,
    expects: 'all',
  },
  {
    name: 'no sheets at all',
    csp: ["default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'none'"],
    script: LOADER,
    expects: 'all',
    refusesSheets: true,
  },
  {
    name: 'sheets in files, no attributes of style, no pictures, fonts, frames, workers',
    csp: [
      "style-src-elem 'self'; style-src-attr 'none'; script-src-attr 'none'; img-src 'none'; font-src 'none'; " +
        "media-src 'none'; object-src 'none'; frame-src 'none'; worker-src 'none'; manifest-src 'none'",
    ],
    script: ONE,
    expects: 'all',
  },
  {
    name: 'folders that are named',
    csp: [
      `default-src 'none'; script-src ${origin}/dvc/; connect-src ${origin}/data/; style-src ${origin}/sheets/`,
    ],
    script: LOADER,
    expects: 'all',
  },
  {
    name: 'a nonce',
    csp: [`script-src 'nonce-${NONCE}'; object-src 'none'; base-uri 'none'`],
    script: withNonce(LOADER),
    expects: 'all',
  },
  {
    name: 'a nonce that hands on trust',
    csp: [`script-src 'nonce-${NONCE}' 'strict-dynamic' https: 'unsafe-inline'; object-src 'none'`],
    script: withNonce(LOADER),
    expects: 'all',
  },
  {
    name: 'a nonce that hands on trust, one script',
    csp: [`script-src 'nonce-${NONCE}' 'strict-dynamic'; base-uri 'self'`],
    script: withNonce(ONE),
    expects: 'all',
  },
  {
    name: 'the hash of the loader, which hands on trust',
    csp: [`script-src '${hashes['dvc.loader.min.js']}' 'strict-dynamic'; object-src 'none'`],
    script: withHash(LOADER, hashes['dvc.loader.min.js']),
    expects: 'all',
    // What the loader puts into the page comes, and with it what that needs; what it imports by itself is refused.
    reports: /^script-src-elem$/u,
  },
  {
    name: 'the hash of the one script, and nothing else',
    csp: [`default-src 'none'; script-src '${hashes['dvc.min.js']}'; connect-src 'self'; style-src 'self'`],
    script: withHash(ONE, hashes['dvc.min.js']),
    expects: 'no late parts',
    reports: /^script-src/u,
    says: /Không tải được mã của <dvc-[a-z-]+>.*CSP/u,
  },
  {
    name: 'Trusted Types, our name and twice',
    csp: [`${STRICT_CSP}; style-src 'self'`],
    script: LOADER,
    expects: 'all',
  },
  {
    name: 'Trusted Types, our name once',
    csp: ["require-trusted-types-for 'script'; trusted-types dvc-widgets"],
    script: ONE,
    expects: 'all',
  },
  {
    name: 'Trusted Types of any name',
    csp: ["require-trusted-types-for 'script'; script-src 'self'"],
    script: LOADER,
    expects: 'all',
  },
  {
    name: 'Trusted Types of another name, not demanded',
    csp: ["trusted-types another-library; script-src 'self'"],
    script: LOADER,
    expects: 'all',
    reports: /^trusted-types$/u,
  },
  {
    name: 'Trusted Types demanded, of another name',
    csp: ["require-trusted-types-for 'script'; trusted-types another-library"],
    script: LOADER,
    expects: 'links',
    needsTrustedTypes: true,
    reports: /trusted-types/u,
    says: /trusted-types dvc-widgets 'allow-duplicates'/u,
  },
  {
    name: 'Trusted Types demanded, of no name',
    csp: ["require-trusted-types-for 'script'; trusted-types 'none'"],
    script: ONE,
    expects: 'links',
    needsTrustedTypes: true,
    reports: /trusted-types/u,
    says: /trusted-types dvc-widgets 'allow-duplicates'/u,
  },
  {
    name: 'two policies at once',
    csp: [
      "script-src 'self' https:",
      `script-src 'self' 'unsafe-inline'; connect-src 'self'; base-uri 'none'`,
    ],
    script: LOADER,
    expects: 'all',
  },
  {
    name: 'only reported, not enforced',
    csp: [],
    reportOnly: [`${STRICT_CSP}; style-src 'self'`],
    script: LOADER,
    expects: 'all',
  },
  {
    name: 'no frames around it, no forms, no base address',
    csp: [
      "default-src 'self'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'; block-all-mixed-content",
    ],
    script: ONE,
    expects: 'all',
  },
  {
    name: 'a sandbox with its origin',
    csp: ["sandbox allow-scripts allow-same-origin allow-forms; default-src 'self'"],
    script: LOADER,
    expects: 'all',
  },
  {
    name: 'a sandbox without an origin',
    csp: [`sandbox allow-scripts allow-forms; script-src ${origin}; connect-src ${origin}`],
    script: LOADER,
    expects: 'all',
  },
  {
    name: 'data of somebody else only',
    csp: ["default-src 'self'; connect-src https://data.example"],
    script: LOADER,
    expects: 'no data',
    reports: /^connect-src$/u,
    says: /\/data\/.*CSP \(connect-src\)/u,
  },
  {
    name: 'scripts of somebody else only',
    csp: ["script-src https://scripts.example; object-src 'none'"],
    script: LOADER,
    expects: 'links',
    reports: /^script-src/u,
  },
  {
    name: 'no scripts at all',
    csp: ["default-src 'none'; style-src 'self'"],
    script: ONE,
    expects: 'links',
    reports: /^script-src/u,
  },
];
