/** The national portal's own front page: where to go on when this site cannot help, and where filing is official. */
export const NATIONAL_PORTAL = 'https://dichvucong.gov.vn';
