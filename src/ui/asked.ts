/**
 * Addresses that the elements of this page have asked, whatever came of it: what tells their requests from the
 * page's own. In memory only, and told to nobody but the person.
 */
export const asked = new Set<string>();
