import { LitElement, type PropertyValues } from 'lit';
import { property } from 'lit/decorators.js';
import type { Catalog } from '../../src/catalog/catalog.js';
import type { ThesaurusData } from '../../src/catalog/catalog-search.js';
import type { MessageOverrides } from '../../src/i18n/page-words.js';
import type { LevelList } from '../../src/levels/level-list.js';
import type { LevelMapping, LevelScheme } from '../../src/levels/level-scheme.js';
import { createStore } from '../../src/shared/store.js';
import type { Destination } from '../../src/forms/step-flow.js';
import type { PortalSettings } from '../../src/ui/configure.js';
import type { Device } from '../../src/ui/draft-store.js';
import type { SchemeSettings } from '../../src/ui/scheme-file.js';
import {
  PORTAL_READY,
  PORTAL_REQUEST,
  PortalSettingsController,
  sameSettings,
  withoutAbsent,
  type PortalRequestEvent,
} from '../../src/ui/portal-settings.js';
import { styles } from './portal.styles.js';

/**
 * Says once, for all elements inside, which catalogue, level lists, wording, look and words they use. Shows
 * nothing of its own and leaves the page's layout alone. Inside another portal it adds to what that one says.
 * For the language write `lang` on it: elements follow the nearest one.
 *
 * @tag dvc-portal
 * @slot - Any part of the page.
 * @example
 * <dvc-portal catalog="/data/catalog.json" levels="/data/levels.json" theme="auto" lang="vi">
 *   <dvc-procedure-lookup detail-url="/chi-tiet.html?ma={code}"></dvc-procedure-lookup>
 * </dvc-portal>
 */
export class Portal extends LitElement {
  static override styles = styles;

  /** Address of a catalogue file, or a catalogue. */
  @property() catalog: string | Catalog | undefined;

  /** Addresses of level lists, separated by spaces, or the lists. */
  @property() levels: string | readonly LevelList[] | undefined;

  /** Address of a file of everyday words and what they mean, or the words; added to the built-in ones. */
  @property() thesaurus: string | ThesaurusData | undefined;

  /** Scheme to show levels in, e.g. `vn-2022`; absent, each level is shown as it was announced. */
  @property() scheme: string | undefined;

  /** Address of a file of level schemes that replace the built-in ones, or the schemes. */
  @property() schemes: string | readonly LevelScheme[] | undefined;

  /** How levels of one scheme are read in another; those of a file of schemes come with it. */
  @property({ attribute: false }) mappings: readonly LevelMapping[] | undefined;

  /** Address of the page that shows one procedure; `{code}` stands for its code. */
  @property({ attribute: 'detail-url' }) detailUrl: string | undefined;

  /** Address where an application starts; `{code}` stands for the procedure's code. */
  @property({ attribute: 'apply-url' }) applyUrl: string | undefined;

  /** Address of the page where a dossier is followed, with `{code}` behind a `#`: what stands there no server sees. */
  @property({ attribute: 'track-url' }) trackUrl: string | undefined;

  /** Address of an index of form definitions, or of the definitions; `{code}` stands for the procedure's code. */
  @property() forms: string | undefined;

  /** Where applications go: `hand-off` to the national portal, to a `gateway`, or nowhere (`practice`). */
  @property() destination: Destination | undefined;

  /** Address of the receiving system, where applications go to a gateway. */
  @property() gateway: string | undefined;

  /** Whose computer the page is on: the person's `own`, or a `shared` one. */
  @property() device: Device | undefined;

  /** Longest file that the national portal takes, in megabytes, where the page knows. */
  @property({ type: Number, attribute: 'portal-file-mb' }) portalFileMb: number | undefined;

  /** Telephone of the desk that helps. */
  @property({ attribute: 'help-phone' }) helpPhone: string | undefined;

  /** The page's own words, by language, namespace and key. */
  @property({ attribute: false }) messages: MessageOverrides | undefined;

  /** `dark`, `high-contrast`, or `auto` for what the reader's system asks for; absent, the default look. */
  @property() theme: 'dark' | 'high-contrast' | 'auto' | undefined;

  readonly #around = new PortalSettingsController(this);
  readonly #settings = createStore<PortalSettings>({});
  /** What the file of schemes holds, once it is there. */
  #fromFile: SchemeSettings | undefined;

  constructor() {
    super();
    this.addEventListener(PORTAL_REQUEST, this.#handleRequest);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#publish();
    document.dispatchEvent(new Event(PORTAL_READY));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('schemes')) void this.#readSchemes();
    // The colours of a theme are chosen by the attribute.
    if (changed.has('theme')) {
      if (this.theme) this.setAttribute('theme', this.theme);
      else this.removeAttribute('theme');
    }
    this.#publish();
  }

  /** Until they come, and where they never do, levels are told by the built-in schemes. */
  async #readSchemes(): Promise<void> {
    const { schemes } = this;
    this.#fromFile = undefined;
    if (typeof schemes !== 'string') return;
    const found = await import('../../src/ui/scheme-file.js')
      .then(({ loadSchemes }) => loadSchemes(schemes))
      .catch(() => undefined);
    if (this.schemes !== schemes) return;
    this.#fromFile = found;
    this.#publish();
  }

  readonly #handleRequest = (event: Event): void => {
    // Its own question is for the portal around it.
    if (event.target === this) return;
    event.stopPropagation();
    // By its member, not its class: another copy of the library may have asked.
    (event as Event & Pick<PortalRequestEvent, 'answer'>).answer(this.#settings);
  };

  #publish(): void {
    const own: PortalSettings = {
      catalog: this.catalog,
      levels: this.levels,
      thesaurus: this.thesaurus,
      scheme: this.scheme,
      schemes: typeof this.schemes === 'string' ? this.#fromFile?.schemes : this.schemes,
      mappings: this.mappings ?? this.#fromFile?.mappings,
      detailUrl: this.detailUrl,
      applyUrl: this.applyUrl,
      trackUrl: this.trackUrl,
      forms: this.forms,
      destination: this.destination,
      gateway: this.gateway,
      device: this.device,
      portalFileMb: this.portalFileMb,
      helpPhone: this.helpPhone,
      messages: this.messages,
    };
    const next = { ...this.#around.current, ...withoutAbsent(own) };
    if (!sameSettings(next, this.#settings.snapshot)) this.#settings.set(next);
  }

  /** By hand, not from a template: the page inside must show even where the page's policy refuses all templates. */
  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    const root = super.createRenderRoot();
    root.append(document.createElement('slot'));
    return root;
  }
}
