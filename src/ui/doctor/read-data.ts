import type { Catalog } from '../../catalog/catalog.js';
import { readCatalogInSlices } from '../../catalog/parse-catalog.js';
import { NO_THESAURUS, parseThesaurus } from '../../catalog/parse-thesaurus.js';
import type { DataFaults } from '../../doctor/facts.js';
import { parseStages } from '../../dossiers/parse-stages.js';
import { parseWorkCalendar } from '../../dossiers/work-calendar.js';
import { parseFormIndex } from '../../forms/form-index.js';
import { LANGUAGES } from '../../i18n/language.js';
import { readLevelListInSlices } from '../../levels/parse-level-list.js';
import { parseLevelSchemes } from '../../levels/parse-level-schemes.js';
import type { Problem, Result } from '../../shared/result.js';
import { slicing } from '../pause.js';

/** As many as are told in sentences; the rest is counted. */
const MOST = 5;

/** A file, read as an element reads it. */
interface Read {
  readonly problems: readonly Problem[];
  /** Something of it can be used. */
  readonly isOfUse: boolean;
  readonly catalog?: Catalog;
}

const fromResult = (result: Result<unknown>): Read => ({
  problems: result.ok ? [] : [result.problem],
  isOfUse: result.ok,
});

/** By the attribute that the address stands in. What stands in none of these is read by others. */
const READERS: Readonly<Record<string, (text: string, json: unknown) => Read | Promise<Read>>> = {
  async catalog(text) {
    const { catalog, problems } = await readCatalogInSlices([text], slicing);
    return { problems, isOfUse: catalog.publisher !== '' && catalog.procedures.length > 0, catalog };
  },
  async levels(text) {
    const { list, problems } = await readLevelListInSlices([text], slicing);
    return { problems, isOfUse: list !== undefined };
  },
  thesaurus(_, json) {
    const { isObject, problems } = parseThesaurus(json);
    return isObject ? { problems, isOfUse: true } : { problems: [NO_THESAURUS], isOfUse: false };
  },
  schemes(_, json) {
    const { schemes, problems } = parseLevelSchemes(json);
    return { problems, isOfUse: schemes.length > 0 };
  },
  forms: (_, json) =>
    parseFormIndex(json)
      ? { problems: [], isOfUse: true }
      : { problems: [{ code: 'form-index-invalid' }], isOfUse: false },
  stages: (_, json) => fromResult(parseStages(json)),
  calendar: (_, json) => fromResult(parseWorkCalendar(json)),
};

async function faultsOf({ problems, isOfUse }: Read): Promise<DataFaults | undefined> {
  if (problems.length === 0) return undefined;
  const { problemWords } = await import('../problem-words.js');
  const told = problems.slice(0, MOST);
  const said = await Promise.all(
    LANGUAGES.map(async (language) => [language, (await problemWords(told, [language])).join(' ')] as const),
  );
  const isHarmless = problems.every(({ code }) => code === 'code-unusual');
  return {
    harm: isOfUse ? (isHarmless ? 'none' : 'part') : 'all',
    count: problems.length,
    said: Object.fromEntries(said) as unknown as DataFaults['said'],
  };
}

/** What is wrong with data that were JSON, in the words that the library has for it; and the catalogue, where it is one. */
export async function readData(
  name: string,
  text: string,
  json: unknown,
): Promise<{ readonly faults?: DataFaults | undefined; readonly catalog?: Catalog | undefined }> {
  const read = await READERS[name]?.(text, json);
  return read ? { faults: await faultsOf(read), catalog: read.isOfUse ? read.catalog : undefined } : {};
}
