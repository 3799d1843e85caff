import { expect } from 'chai';
import { parseCatalog } from '../../src/catalog/parse-catalog.js';
import { DATA_PROBLEMS } from '../../src/catalog/problems.js';
import { procedureSchema } from '../../src/catalog/procedure.js';
import { parseLevelList } from '../../src/levels/parse-level-list.js';
import type { ThesaurusData } from '../../src/catalog/catalog-search.js';
import { parseLevelSchemes } from '../../src/levels/parse-level-schemes.js';
import { loadThesaurus } from '../../src/ui/thesaurus-file.js';

describe('docs/catalog-format.md', () => {
  let text: string;
  let examples: readonly unknown[];

  before(async () => {
    text = await (await fetch('/docs/catalog-format.md')).text();
    examples = [...text.matchAll(/```json\n(.*?)```/gsu)].map(([, json = '']) => JSON.parse(json) as unknown);
  });

  it('shows a catalogue, a level list, level schemes and words that are read without a complaint', async () => {
    expect(examples).to.have.length(4);
    const [catalog, list, schemes, words] = examples;
    expect(parseCatalog(catalog).problems).to.deep.equal([]);
    expect(parseLevelList(list).problems).to.deep.equal([]);
    expect(parseLevelSchemes(schemes).problems).to.deep.equal([]);
    expect(await loadThesaurus(words as ThesaurusData)).to.deep.equal(words);
  });

  it('names every member of a procedure', () => {
    for (const member of Object.keys(procedureSchema.entries))
      expect(text, member).to.contain(`\`${member}\``);
  });

  it('says what happens with every fault', () => {
    for (const code of DATA_PROBLEMS) expect(text, code).to.contain(`\`${code}\``);
  });
});
