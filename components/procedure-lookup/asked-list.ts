import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { CatalogQuery } from '../../src/catalog/query.js';
import { keepRow, readListAddress, writeListAddress } from './list-address.js';

/** Rows shown at first and added by "show more": few enough to stay fast on a cheap phone. */
export const PAGE = 8;

const NO_QUERY: CatalogQuery = { words: '' };

interface ListHost extends ReactiveControllerHost, HTMLElement {
  /** Words that the page gave. */
  readonly query: string;
  readonly syncAddress: boolean;
  readonly hasUpdated: boolean;
  readonly renderRoot: ParentNode;
}

/**
 * Where a person is in a list: what is asked, how many rows are shown, which sheet is open in its place; and the way
 * there and back in the browser's history, where the page wants its address to follow.
 */
export class AskedList implements ReactiveController {
  asked = NO_QUERY;
  shown = PAGE;
  /** Code of the sheet that is open in place of the list. */
  opened: string | undefined;
  #returnTo: string | undefined;
  /** Of the address that was read or written last. */
  #search = '';
  /** Whether Back leads from the sheet that is open to the list it was opened from. */
  #isWayBack = false;

  /**
   * @param opensHere whether sheets open in place of the list
   * @param onSheet fetches what shows a sheet
   */
  constructor(
    private readonly host: ListHost,
    private readonly opensHere: () => boolean,
    private readonly onSheet: () => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    addEventListener('popstate', this.#handleWay);
  }

  hostDisconnected(): void {
    removeEventListener('popstate', this.#handleWay);
  }

  readonly #handleWay = (): void => {
    // A link to a place on the same page asks for nothing else.
    if (location.search !== this.#search) this.read();
  };

  read(): void {
    if (!this.host.syncAddress) return;
    this.#search = location.search;
    const { asked, opened, place } = readListAddress();
    // Words that the page gave stand until the address has words of its own.
    this.ask(this.host.hasUpdated || asked.words ? asked : { ...asked, words: this.host.query });
    this.shown = place?.shown ?? PAGE;
    this.#returnTo = place?.code;
    this.#isWayBack = false;
    if (this.opensHere()) this.#show(opened);
  }

  ask(asked: CatalogQuery): void {
    this.asked = asked;
    this.shown = PAGE;
    this.host.requestUpdate();
  }

  /** What the person changes of what is asked, by their own act; an address that is kept follows it. */
  change(changed: Partial<CatalogQuery>): void {
    this.ask({ ...this.asked, ...changed });
    this.#write('replaceState');
  }

  /** Takes all filters away. */
  widen(): void {
    this.ask({ words: this.asked.words });
    this.#write('replaceState');
  }

  reset(): void {
    this.ask(NO_QUERY);
    this.opened = undefined;
  }

  showMore(): void {
    this.shown += PAGE;
    this.#write('replaceState');
    this.host.requestUpdate();
  }

  /** A sheet is being opened, here or elsewhere: Back returns to its row. */
  leaveBy(code: string): void {
    if (this.host.syncAddress) keepRow(this.shown, code);
  }

  open(code: string): void {
    this.#show(code);
    this.#isWayBack = this.host.syncAddress;
    this.#write('pushState');
    this.#focusOn(() => this.host.renderRoot.querySelector<HTMLElement>('.back'));
  }

  close(): void {
    // Where the list is behind it in the browser's history, this is the browser's own way back.
    if (this.#isWayBack) {
      history.back();
      return;
    }
    const code = this.opened ?? '';
    this.#show(undefined);
    this.#write('pushState');
    this.#focusOn(() => this.#rowOf(code) ?? this.host);
  }

  /** Back at the list, the row that was opened is where the person was, once the rows are there. */
  returnToRow(): void {
    const code = this.#returnTo;
    if (code === undefined || this.opened !== undefined || !this.host.renderRoot.querySelector('.card'))
      return;
    this.#returnTo = undefined;
    const row = this.#rowOf(code);
    // The row itself: what is in a row that was never in view has no place yet.
    row?.closest('li')?.scrollIntoView({ block: 'center' });
    row?.focus({ preventScroll: true });
  }

  #show(code: string | undefined): void {
    this.opened = code;
    this.host.requestUpdate();
    if (code !== undefined) this.onSheet();
  }

  #write(how: 'replaceState' | 'pushState'): void {
    if (!this.host.syncAddress) return;
    writeListAddress(this, this.opensHere(), how);
    this.#search = location.search;
  }

  #rowOf(code: string): HTMLElement | null {
    return this.host.renderRoot.querySelector(`.card[data-code="${CSS.escape(code)}"] .open`);
  }

  #focusOn(find: () => HTMLElement | null): void {
    void this.host.updateComplete.then(() => find()?.focus());
  }
}
