import { LONGEST_FILE } from './chosen-file.js';
import { MOST_FILES } from './submission.js';

/** How long one paper may be, in bytes, and how many papers one application may hold. */
export interface FileLimits {
  readonly bytes: number;
  readonly files: number;
}

/** What this library keeps to where nobody says more narrowly. */
export const OWN_LIMITS: FileLimits = { bytes: LONGEST_FILE, files: MOST_FILES };

/** The narrower of our limits and of what the other side says of itself; what is no number of anything says nothing. */
export function narrowed(told: { readonly [Limit in keyof FileLimits]?: number | undefined }): FileLimits {
  const least = (limit: keyof FileLimits): number => {
    const one = Math.floor(told[limit] ?? NaN);
    return one > 0 ? Math.min(one, OWN_LIMITS[limit]) : OWN_LIMITS[limit];
  };
  return { bytes: least('bytes'), files: least('files') };
}
