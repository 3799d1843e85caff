/* How long things stay on a computer that nobody comes back to, in days. One element tells people what others keep. */

/** A draft can be opened on a device of the person's own. */
export const OWN_DEVICE_DAYS = 30;
/** What nobody opens lies on the disk, locked: on one's own device, and on one that the next person uses too. */
export const ON_DISK_DAYS = { own: OWN_DEVICE_DAYS + 1, shared: 1 } as const;
/** A followed dossier: longer than most procedures take. */
export const FOLLOWED_DAYS = 90;
/** An answer to the office that was begun. */
export const SUPPLEMENT_DAYS = 90;
/** An act that was sent and not answered: after a day nobody wants any more what was not done. */
export const ACT_DAYS = 1;

export const A_DAY_MS = 24 * 3_600_000;
