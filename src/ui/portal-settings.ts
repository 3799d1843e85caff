import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from '../shared/store.js';
import { pageSettings, type PortalSettings } from './configure.js';

export const PORTAL_REQUEST = 'i-dvc-portal-request';

/**
 * Asks for the settings of the nearest `<dvc-portal>`. An event rather than an import, so that elements work
 * without a portal, and elements of another copy of the library still find it.
 */
export class PortalRequestEvent extends Event {
  constructor(readonly answer: (settings: Store<PortalSettings>) => void) {
    super(PORTAL_REQUEST, { bubbles: true, composed: true });
  }
}

/** Tells elements that asked before the portal's code had arrived to ask again. */
export const PORTAL_READY = 'i-dvc-portal-ready';

/** Gives an element the settings that hold for it: nearest portal first, then the page's. */
export class PortalSettingsController implements ReactiveController {
  #portal: Store<PortalSettings> | undefined;
  #stops: (() => void)[] = [];

  #joined:
    | {
        readonly page: PortalSettings;
        readonly portal: PortalSettings | undefined;
        readonly settings: PortalSettings;
      }
    | undefined;

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  /** Joined once for each change: every sentence of every element asks for it. */
  get current(): PortalSettings {
    const page = pageSettings.snapshot;
    const portal = this.#portal?.snapshot;
    if (page !== this.#joined?.page || portal !== this.#joined.portal) {
      this.#joined = { page, portal, settings: { ...page, ...withoutAbsent(portal) } };
    }
    return this.#joined.settings;
  }

  hostConnected(): void {
    const update = () => this.host.requestUpdate();
    const ask = () => {
      let found: Store<PortalSettings> | undefined;
      this.host.dispatchEvent(new PortalRequestEvent((settings) => (found = settings)));
      if (!found || found === this.#portal) return;
      this.#portal = found;
      this.#stops.push(found.subscribe(update));
      update();
    };
    this.#stops.push(pageSettings.subscribe(update));
    document.addEventListener(PORTAL_READY, ask);
    this.#stops.push(() => document.removeEventListener(PORTAL_READY, ask));
    ask();
    // Moved out of a portal, an element shows what holds for it now.
    update();
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#portal = undefined;
  }
}

/** Only what was said: an absent member never hides what is said further out. */
export function withoutAbsent(settings: PortalSettings = {}): PortalSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}

export function sameSettings(one: PortalSettings, other: PortalSettings): boolean {
  const names = Object.keys({ ...one, ...other }) as (keyof PortalSettings)[];
  return names.every((name) => one[name] === other[name]);
}
