/** The communes of one province, and what those of before 1 July 2025 became. A file of its own for each province. */
export interface Places {
  /** Package, author and licence of the data. */
  readonly source: string;
  /** The day whose communes these are, as `yyyy-mm-dd`. */
  readonly asOf: string;
  /** Code of the province. */
  readonly province: string;
  /** Names by kind: `Xã` has `Núi Thành`. */
  readonly communes: Readonly<Record<string, readonly string[]>>;
  /**
   * By province and district of before, the communes of today, each with those of before that went into it: `Tỉnh Quảng
   * Nam`, `Huyện Núi Thành`, `Xã Núi Thành` has `Xã Tam Hiệp`. One that was split stands in several, but of many only
   * the larger part is told: whatever is read here is to be asked, not to be filled in.
   */
  readonly before: Readonly<
    Record<string, Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>>
  >;
}

/** Written out, so that each file becomes a chunk of its own, loaded when somebody lives there. */
const FILES: Readonly<Record<string, () => Promise<{ readonly default: Places }>>> = {
  '01': () => import('./places/01.json', { with: { type: 'json' } }),
  '04': () => import('./places/04.json', { with: { type: 'json' } }),
  '08': () => import('./places/08.json', { with: { type: 'json' } }),
  '11': () => import('./places/11.json', { with: { type: 'json' } }),
  '12': () => import('./places/12.json', { with: { type: 'json' } }),
  '14': () => import('./places/14.json', { with: { type: 'json' } }),
  '15': () => import('./places/15.json', { with: { type: 'json' } }),
  '19': () => import('./places/19.json', { with: { type: 'json' } }),
  '20': () => import('./places/20.json', { with: { type: 'json' } }),
  '22': () => import('./places/22.json', { with: { type: 'json' } }),
  '24': () => import('./places/24.json', { with: { type: 'json' } }),
  '25': () => import('./places/25.json', { with: { type: 'json' } }),
  '31': () => import('./places/31.json', { with: { type: 'json' } }),
  '33': () => import('./places/33.json', { with: { type: 'json' } }),
  '37': () => import('./places/37.json', { with: { type: 'json' } }),
  '38': () => import('./places/38.json', { with: { type: 'json' } }),
  '40': () => import('./places/40.json', { with: { type: 'json' } }),
  '42': () => import('./places/42.json', { with: { type: 'json' } }),
  '44': () => import('./places/44.json', { with: { type: 'json' } }),
  '46': () => import('./places/46.json', { with: { type: 'json' } }),
  '48': () => import('./places/48.json', { with: { type: 'json' } }),
  '51': () => import('./places/51.json', { with: { type: 'json' } }),
  '52': () => import('./places/52.json', { with: { type: 'json' } }),
  '56': () => import('./places/56.json', { with: { type: 'json' } }),
  '66': () => import('./places/66.json', { with: { type: 'json' } }),
  '68': () => import('./places/68.json', { with: { type: 'json' } }),
  '75': () => import('./places/75.json', { with: { type: 'json' } }),
  '79': () => import('./places/79.json', { with: { type: 'json' } }),
  '80': () => import('./places/80.json', { with: { type: 'json' } }),
  '82': () => import('./places/82.json', { with: { type: 'json' } }),
  '86': () => import('./places/86.json', { with: { type: 'json' } }),
  '91': () => import('./places/91.json', { with: { type: 'json' } }),
  '92': () => import('./places/92.json', { with: { type: 'json' } }),
  '96': () => import('./places/96.json', { with: { type: 'json' } }),
};

/**
 * Loads the places of a province.
 * @param province its code
 * @returns undefined where there is no such province; rejected where the file does not come
 */
export async function loadPlaces(province: string): Promise<Places | undefined> {
  return Object.hasOwn(FILES, province) ? (await FILES[province]?.())?.default : undefined;
}

/** The communes of today with their kinds, wards first, each kind in Vietnamese order: `Xã Núi Thành`. */
export function communesOf({ communes }: Places): readonly string[] {
  return Object.entries(communes).flatMap(([kind, names]) => names.map((name) => `${kind} ${name}`));
}
