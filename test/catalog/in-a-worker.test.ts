import { expect } from 'chai';
import { askCatalog, type CatalogAnswers, type CatalogQuestions } from '../support/ask-catalog.js';

/** By words, without accents, with a slip, in Telex keys, by code, by nothing, by what is no word. */
const QUERIES = [
  'đăng ký khai sinh',
  'lam lai giay khai sinh',
  'ddawng kys keets hoon',
  'chung thcu ban sao',
  'so do',
  '1.001193',
  '',
  'qqqq zzzz',
];
const CODES = ['1.001193', '1001193', ' 1.001193.H47', '1.004884', '9.999999', '__proto__'];

/** The source, and what is built from it for `dvc-widgets/catalog.js`. */
const SCRIPTS = ['/src/catalog/index.ts', '/dist/catalog.js'];

/** Asks in a worker of its own, which ends with the answer. */
function askInWorker(questions: CatalogQuestions): Promise<CatalogAnswers> {
  const worker = new Worker(new URL('../support/catalog-worker.ts', import.meta.url), { type: 'module' });
  return new Promise<CatalogAnswers>((resolve, reject) => {
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(`the worker did not start, or fell over: ${message}`));
    });
    worker.addEventListener('message', ({ data }: MessageEvent<CatalogAnswers | string>) => {
      if (typeof data === 'string') reject(new Error(data));
      else resolve(data);
    });
    worker.postMessage(questions);
  }).finally(() => {
    worker.terminate();
  });
}

describe('the catalogue without a page', function () {
  this.timeout(60_000);

  for (const script of SCRIPTS)
    it(`gives the same answers in a worker as on the page, by ${script}`, async () => {
      const questions = {
        script,
        file: '/examples/commune/data/catalog.json',
        queries: QUERIES,
        codes: CODES,
      };
      const here = await askCatalog(questions);
      const there = await askInWorker(questions);
      expect([here.hasPage, there.hasPage]).to.deep.equal([true, false]);
      // Something was asked that has an answer: two empty ones would be the same, too.
      expect(there.records).to.equal(284);
      expect(there.found[0]?.hits[0]?.procedure.code).to.equal('1.001193');
      expect(there.found.filter(({ total }) => total > 0).map(({ query }) => query)).to.deep.equal(
        QUERIES.slice(0, -1),
      );
      expect(there.byCode.filter(([, name]) => name !== undefined).map(([code]) => code)).to.deep.equal(
        CODES.slice(0, 4),
      );
      // Compared as text: what differs is told in a line, and maps lie open.
      expect(asText(there)).to.equal(asText(here));
    });
});

const asText = (answers: CatalogAnswers): string =>
  JSON.stringify({ ...answers, hasPage: undefined }, (_key, value: unknown) =>
    value instanceof Map ? [...value] : value,
  );
