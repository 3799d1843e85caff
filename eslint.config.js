import js from '@eslint/js';
import lit from 'eslint-plugin-lit';
import litA11y from 'eslint-plugin-lit-a11y';
import wc from 'eslint-plugin-wc';
import tseslint from 'typescript-eslint';
import dvc from './scripts/eslint-rules.mjs';

/** Ways by which strings become markup or styles; none passes a strict CSP, and each has let scripts in somewhere. */
const bannedImports = [
  { group: ['lit/directives/unsafe-*', 'lit/directives/style-map.js'] },
  { group: ['lit/static-html.js', 'lit-html/**', '@lit/**'] },
];

const markupFromStrings = {
  selector:
    'MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTMLUnsafe|createContextualFragment|parseFromString)$/], MemberExpression[object.name=document][property.name=/^write(ln)?$/], Property[key.name=/^(innerHTML|outerHTML|srcdoc)$/], TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\s\\.?(innerHTML|outerHTML|srcdoc)\\s*=/i]',
  message: 'Markup from a string.',
};

const leftOutTests = {
  selector: 'MemberExpression[object.name=/^(it|describe|test)$/][property.name=/^(skip|only|todo)$/]',
  message: 'Every test runs.',
};

/** In what runs on a page beside others. */
const arrayFrom = {
  selector: 'MemberExpression[object.name=Array][property.name=from]',
  message: 'MooTools, in Joomla 3 and before, replaces Array.from by one that knows no iterators: spread.',
};

const bannedSyntax = [
  {
    selector: "Identifier[name='localStorage']",
    message: 'localStorage loses writes and keeps what was typed.',
  },
  {
    selector: "CallExpression[callee.property.name=setAttribute][arguments.0.value='style']",
    message: 'A strict CSP drops style attributes.',
  },
  { selector: 'TSEnumDeclaration', message: 'Use an `as const` list: it gives the type and the loop.' },
  {
    selector: "TaggedTemplateExpression[tag.name='css'] TemplateElement[value.raw=/[0-9]rem\\b/]",
    message: 'A page can set the root to 1px: use em.',
  },
  {
    selector: 'TaggedTemplateExpression[tag.name=/^(html|svg)$/] TemplateElement[value.raw=/\\sstyle\\s*=/]',
    message: 'A strict CSP drops style attributes.',
  },
];

export default tseslint.config(
  {
    // Types of frameworks are tried with each framework's own checker, by `test/node/metadata.test.mjs`.
    ignores: [
      'dist',
      'storybook-static',
      '**/node_modules',
      'examples/gateway/.built',
      'coverage',
      '.cache',
      'scripts/metadata/frameworks',
      'test/frameworks',
      'examples/frameworks/*/{dist,public}',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.ts'],
    extends: [...tseslint.configs.strictTypeChecked, ...tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      // `@click=${this.handler}`: Lit binds the host, the rule cannot know.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-confusing-void-expression': 'off',
      // Letters of a string: `Array.from` is not everywhere what it should be, see above.
      '@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
      'no-restricted-syntax': ['error', markupFromStrings, ...bannedSyntax],
      'no-restricted-imports': ['error', { patterns: bannedImports }],
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-console': 'error',
    },
  },
  {
    files: ['components/**/*.ts', 'src/ui/**/*.ts'],
    extends: [lit.configs['flat/recommended'], wc.configs['flat/recommended']],
    plugins: { 'lit-a11y': litA11y, dvc },
    rules: { ...litA11y.configs.recommended.rules, 'dvc/no-hard-coded-text': 'error' },
  },
  {
    files: ['components/**/*.ts', 'src/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', markupFromStrings, ...bannedSyntax, arrayFrom] },
  },
  {
    // What the domain needs of the world comes in as arguments, so that it runs in a worker, in Node and in a test.
    files: ['shared', 'levels', 'doctor', 'catalog', 'forms', 'dossiers', 'sheet', 'embed'].map(
      (domain) => `src/${domain}/**/*.ts`,
    ),
    rules: {
      'no-restricted-globals': [
        'error',
        'fetch',
        'caches',
        'indexedDB',
        'setInterval',
        'navigator',
        'location',
      ],
      'no-restricted-properties': ['error', { object: 'Date', property: 'now' }],
      'no-restricted-syntax': [
        'error',
        markupFromStrings,
        ...bannedSyntax,
        arrayFrom,
        { selector: 'NewExpression[callee.name=Date][arguments.length=0]', message: 'Take a Clock.' },
      ],
    },
  },
  {
    // Their types are tried with their own tools, by `test/e2e/frameworks.e2e.mjs`: their packages need not be there now.
    files: ['examples/frameworks/**/*.{ts,tsx}'],
    extends: [...tseslint.configs.strict, ...tseslint.configs.stylistic, tseslint.configs.disableTypeChecked],
    rules: { 'no-restricted-syntax': ['error', markupFromStrings] },
  },
  { files: ['test/**/*.mjs'], rules: { 'no-restricted-syntax': ['error', leftOutTests] } },
  { files: ['src/ui/report.ts', 'examples/gateway/src/commands.ts'], rules: { 'no-console': 'off' } },
  {
    files: ['test/**/*.ts', 'stories/**/*.ts'],
    rules: {
      '@typescript-eslint/no-unused-expressions': 'off',
      // chai-a11y-axe types every assertion as a promise, though only the accessible one is; `await-thenable` and the
      // tests' own awaits cover that one.
      '@typescript-eslint/no-floating-promises': 'off',
      '@typescript-eslint/no-non-null-assertion': 'off',
      // A page under test may be made from a string; what is shown may not.
      'no-restricted-syntax': ['error', ...bannedSyntax, leftOutTests],
    },
  },
  {
    files: ['stories/**/*.ts'],
    rules: { 'no-restricted-syntax': ['error', markupFromStrings, ...bannedSyntax] },
  },
  {
    files: ['examples/frameworks/classic/main.js'],
    languageOptions: { globals: { require: 'readonly' } },
  },
  {
    files: ['**/*.mjs', '*.js', '.storybook/**', 'examples/**/*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'URL',
          'Buffer',
          'setTimeout',
          'setImmediate',
          'clearTimeout',
          'fetch',
          'Request',
          'ReadableStream',
          'Headers',
          'document',
          'window',
          'location',
          'performance',
          'AbortController',
          'AbortSignal',
          'TextDecoder',
          'TextEncoder',
          'URLSearchParams',
          'navigator',
          'customElements',
          'getComputedStyle',
          'requestAnimationFrame',
          'MutationObserver',
          'PerformanceObserver',
          'CSS',
          'HTMLElement',
          'InputEvent',
          'indexedDB',
          'localStorage',
          'sessionStorage',
          'history',
        ].map((name) => [name, 'readonly']),
      ),
    },
  },
);
