import type { LevelMapping, LevelScheme } from '../levels/level-scheme.js';
import type { MessageOverrides } from '../i18n/page-words.js';
import type { Catalog } from '../catalog/catalog.js';
import type { ThesaurusData } from '../catalog/catalog-search.js';
import type { LevelList } from '../levels/level-list.js';
import type { Device } from './draft-store.js';
import type { Destination } from '../forms/step-flow.js';
import { createStore, type Store } from '../shared/store.js';

/** What a page, or a `<dvc-portal>`, says once for all elements inside. Every member may be absent. */
export interface PortalSettings {
  /** Address of a catalogue file, or a catalogue. */
  readonly catalog?: string | Catalog | undefined;
  /** Addresses of level lists, separated by spaces, or the lists. */
  readonly levels?: string | readonly LevelList[] | undefined;
  /** Address of a file of everyday words, or the words; added to the built-in ones. */
  readonly thesaurus?: string | ThesaurusData | undefined;
  /** Level scheme to show levels in, e.g. `vn-2022`; without it each level is shown as it was announced. */
  readonly scheme?: string | undefined;
  /** Level schemes that replace the built-in ones. */
  readonly schemes?: readonly LevelScheme[] | undefined;
  /** How levels of one scheme are read in another; each goes before a built-in one between the same schemes. */
  readonly mappings?: readonly LevelMapping[] | undefined;
  /** Address of the page that shows one procedure; `{code}` stands for its code. */
  readonly detailUrl?: string | undefined;
  /** Address where an application starts; `{code}` stands for the procedure's code. */
  readonly applyUrl?: string | undefined;
  /** Address of the page where a dossier is followed; `{code}` stands for its code. */
  readonly trackUrl?: string | undefined;
  /** Address of an index of form definitions, or of the definitions; `{code}` stands for the procedure's code. */
  readonly forms?: string | undefined;
  /** Where applications go. */
  readonly destination?: Destination | undefined;
  /** Address of the receiving system, where they go to a gateway. */
  readonly gateway?: string | undefined;
  /** Whose computer the page is on. */
  readonly device?: Device | undefined;
  /** Longest file that the national portal takes, in megabytes; no source of ours tells it. */
  readonly portalFileMb?: number | undefined;
  /** Telephone of the desk that helps, shown where a search finds nothing. */
  readonly helpPhone?: string | undefined;
  /** Language of elements where nothing nearer than the page's `<html>` tells one, e.g. `vi`, `en`. */
  readonly language?: string | undefined;
  /** The page's own words, by language, namespace and key. */
  readonly messages?: MessageOverrides | undefined;
}

const page = createStore<PortalSettings>({});

/** Settings for a page without `<dvc-portal>`. Later calls add to earlier ones. */
export function configure(settings: PortalSettings): void {
  page.set({ ...page.snapshot, ...settings });
}

export const pageSettings: Store<PortalSettings> = page;
