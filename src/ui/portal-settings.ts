import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Store } from '../shared/store.js';
import { pageSettings, type PortalSettings } from './configure.js';

/**
 * Asks for the settings of the nearest `<dvc-portal>`. An event rather than an import, so that elements work
 * without a portal, and elements of another copy of the library still find it.
 */
export class PortalRequestEvent extends Event {
  constructor(readonly answer: (settings: Store<PortalSettings>) => void) {
    super('i-dvc-portal-request', { bubbles: true, composed: true });
  }
}

/** Tells elements that asked before the portal's code had arrived to ask again. */
export const PORTAL_READY = 'i-dvc-portal-ready';

/** Gives an element the settings that hold for it: nearest portal first, then the page's. */
export class PortalSettingsController implements ReactiveController {
  #portal: Store<PortalSettings> | undefined;
  #stops: (() => void)[] = [];

  constructor(private readonly host: ReactiveControllerHost & HTMLElement) {
    host.addController(this);
  }

  get current(): PortalSettings {
    return { ...pageSettings.snapshot, ...withoutAbsent(this.#portal?.snapshot) };
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
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#portal = undefined;
  }
}

function withoutAbsent(settings: PortalSettings = {}): PortalSettings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== undefined));
}
