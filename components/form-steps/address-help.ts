import { communesOf, loadPlaces, type Places } from '../../src/forms/places.js';
import { provinceIn, provincesOn, type Province } from '../../src/forms/province-list.js';
import { readAddress, type ReadAddress } from '../../src/forms/read-address.js';
import type { IsoDate } from '../../src/shared/clock.js';

/** What was recognised in an address that somebody wrote. */
export interface AddressFound {
  readonly text: string;
  readonly province: Province;
  /** The province of before that the address names. */
  readonly former: string | undefined;
  /** The communes that it can mean, where any is recognised. */
  readonly read: ReadAddress | undefined;
}

/**
 * Helps with addresses: the names of today, and what those of before have become. Nothing is decided for the person,
 * and what they wrote stays as it is.
 */
export class AddressHelp {
  readonly #found = new Map<string, AddressFound>();
  readonly #places = new Map<string, Places | 'loading'>();

  constructor(
    private readonly today: () => IsoDate,
    private readonly onChange: () => void,
  ) {}

  get provinces(): readonly Province[] {
    return provincesOn(this.today());
  }

  /** The province that an answer names, under whatever kind it had when it was chosen. */
  provinceNamed(name: string): Province | undefined {
    const code = provinceIn(name)?.code;
    return this.provinces.find((province) => province.code === code);
  }

  /** Communes of a province; none while they are on their way. */
  communesOf(province: Province): readonly string[] {
    const places = this.#places.get(province.code);
    if (places === undefined) void this.#load(province.code);
    return typeof places === 'object' ? communesOf(places) : [];
  }

  /** What was recognised in the address at a path, while its text is still the same. */
  foundIn(path: string, text: string): AddressFound | undefined {
    const found = this.#found.get(path);
    return found?.text === text ? found : undefined;
  }

  /**
   * Reads what somebody wrote, once they have left it.
   * @param chosen province that they chose beside it
   */
  async read(path: string, text: string, chosen: Province | undefined): Promise<void> {
    const named = provinceIn(text);
    const province = this.provinces.find(({ code }) => code === (named?.code ?? chosen?.code));
    if (!province) return;
    const places = await this.#load(province.code);
    const read = places && readAddress(text, places);
    this.#found.set(path, { text, province, former: named?.former, read });
    this.onChange();
  }

  async #load(code: string): Promise<Places | undefined> {
    const known = this.#places.get(code);
    if (typeof known === 'object') return known;
    this.#places.set(code, 'loading');
    // Without its file there is no help, and the words that were written still stand.
    const places = await loadPlaces(code).catch(() => undefined);
    if (places) this.#places.set(code, places);
    else this.#places.delete(code);
    this.onChange();
    return places;
  }
}
