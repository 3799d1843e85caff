import { readCatalogInSlices } from '../../src/catalog/parse-catalog.js';
import { isShareable, type EmbedState } from '../../src/embed/embed-state.js';
import { FetchTrouble, fetchText } from '../../src/gateway/fetch-text.js';
import { readLevelListInSlices } from '../../src/levels/parse-level-list.js';
import type { Problem } from '../../src/shared/result.js';
import { askAddress } from '../../src/ui/doctor/ask.js';
import { pageNetwork } from '../../src/ui/page-network.js';
import { slicing } from '../../src/ui/pause.js';
import { problemWords } from '../../src/ui/problem-words.js';
import { element } from '../parts.js';
import { language, say } from './words.js';

/* Files of data, read by the rules by which elements read them, and told in words. */

const MOST_PROBLEMS = 20;

type Kind = 'catalog' | 'levels';

/** What was found, and the code of a procedure that is in it. */
export interface Checked {
  readonly shown: HTMLElement;
  readonly code: string | undefined;
}

const blocked = new Set<string>();
document.addEventListener('securitypolicyviolation', ({ blockedURI }) => blocked.add(blockedURI));
const isBlocked = (url: string) => () =>
  [...blocked].some((one) => one === url || url.startsWith(`${one.replace(/\/$/u, '')}/`));

/** Addresses of catalogues and level lists that an embedding names. */
export function dataAddresses({ shared, options }: EmbedState): readonly [Kind, string][] {
  const all = [shared, ...Object.values(options)].flatMap((one) => Object.entries(one));
  const found = all
    .filter(([name]) => isShareable(name) && (name === 'catalog' || name === 'levels'))
    .flatMap(([name, value]) => value.split(' ').map((url): [Kind, string] => [name as Kind, url]));
  const seen = new Set<string>();
  return found.filter(([kind, url]) => !seen.has(`${kind} ${url}`) && seen.add(`${kind} ${url}`));
}

/** A file that was read. */
interface ReadFile {
  readonly problems: readonly Problem[];
  /** What is in it, in words; undefined where it is of no use. */
  readonly words: ((kilobytes: string) => readonly string[]) | undefined;
  readonly code: string | undefined;
}

/** Fetches a file as an element would. */
export async function checkAddress(kind: Kind, address: string): Promise<Checked> {
  const url = new URL(address, location.origin).href;
  try {
    const { chunks, received } = await fetchText(url, pageNetwork);
    const read = await readFile(kind, chunks);
    const size = received.reduce((sum, { byteLength }) => sum + byteLength, 0);
    return await tell(address, read, size);
  } catch (error) {
    if (!(error instanceof FetchTrouble)) throw error;
    const { problem } = error;
    const { answer } =
      problem.code === 'offline' ? await askAddress(url, isBlocked(url)) : { answer: undefined };
    const why =
      answer && answer.kind !== 'answered'
        ? [say(`check.${answer.kind}`)]
        : await problemWords([problem], [language]);
    return refused(address, why);
  }
}

/** Reads a catalogue that lies on this computer. */
export async function checkFile(file: File): Promise<Checked> {
  return tell(file.name, await readFile('catalog', [await file.text()]), file.size);
}

async function readFile(kind: Kind, chunks: AsyncIterable<string> | Iterable<string>): Promise<ReadFile> {
  if (kind === 'levels') {
    const { list, problems } = await readLevelListInSlices(chunks, slicing);
    const words =
      list &&
      ((size: string) => [
        say('check.levels', { count: list.entries.length, publisher: list.publisher, size }),
      ]);
    return { problems, words, code: undefined };
  }
  const { catalog, problems } = await readCatalogInSlices(chunks, slicing);
  const { procedures, publisher, place, publishedOn, sample } = catalog;
  const words = (size: string) => [
    say('check.catalog', {
      count: procedures.length,
      publisher,
      place,
      publishedOn: dayOf(publishedOn),
      size,
    }),
    ...(sample ? [say('check.sample')] : []),
  ];
  return { problems, words: procedures.length > 0 ? words : undefined, code: procedures[0]?.code };
}

const dayOf = (day: string): string => day.split('-').reverse().join('/');

const kilobytes = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });

async function tell(name: string, { problems, words, code }: ReadFile, bytes: number): Promise<Checked> {
  const sentences = await problemWords(problems.slice(0, MOST_PROBLEMS), [language]);
  // The last problem says why nothing could be read.
  if (!words) return refused(name, sentences.slice(-1));
  const shown = report(name, [
    ...words(kilobytes.format(bytes / 1024)),
    problems.length > 0 ? say('check.problems', { count: problems.length }) : say('check.clean'),
  ]);
  shown.className = problems.length > 0 ? 'found warned' : 'found good';
  if (problems.length === 0) return { shown, code };
  const list = element('ul');
  list.append(...sentences.map((sentence) => element('li', sentence)));
  const rest = problems.length - sentences.length;
  if (rest > 0) list.append(element('li', say('check.more', { count: rest })));
  shown.append(list);
  return { shown, code };
}

function refused(name: string, why: readonly string[]): Checked {
  const shown = report(name, [say('check.refused'), ...why]);
  shown.className = 'found refused';
  return { shown, code: undefined };
}

function report(name: string, sentences: readonly string[]): HTMLElement {
  const shown = element('div');
  shown.append(element('strong', name), ...sentences.map((sentence) => element('p', sentence)));
  return shown;
}
