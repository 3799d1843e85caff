import { expect } from 'chai';
import type { CatalogSearch } from '../../../src/catalog/catalog-search.js';
import { createCatalogSearch } from '../../../src/catalog/create-catalog-search.js';
import { sampleCatalog, sampleQueries, type SampleQuery } from './support.js';

describe('the search finds what people mean', () => {
  let search: CatalogSearch;
  let queries: readonly SampleQuery[];

  before(async () => {
    queries = await sampleQueries();
    search = createCatalogSearch(await sampleCatalog());
  });

  const shareWithin = (most: number) => {
    const answerable = queries.filter(({ codes }) => codes.length > 0);
    expect(answerable.length).to.be.greaterThan(80);
    const found = answerable.filter(({ q, codes }) =>
      search.search(q, { limit: most }).hits.some(({ procedure }) => codes.includes(procedure.code)),
    );
    return found.length / answerable.length;
  };

  it('first, for 92 of 100 questions', () => expect(shareWithin(1)).to.be.at.least(0.92));

  it('among the first three, for 98 of 100 questions', () => expect(shareWithin(3)).to.be.at.least(0.98));

  it('and is never sure of an answer that the catalogue does not hold', () => {
    const sure = queries.filter(
      ({ q, codes }) => codes.length === 0 && search.search(q).confidence === 'high',
    );
    expect(sure.map(({ q }) => q)).to.deep.equal([]);
  });

  it('and rarely gives up on one that it holds', () => {
    const given = queries.filter(
      ({ q, codes }) => codes.length > 0 && search.search(q).confidence === 'none',
    );
    expect(given.map(({ q }) => q)).to.deep.equal([]);
  });
});
