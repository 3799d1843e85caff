import type { PaperHost, Wanted } from './paper-host.js';

/** Letters of a procedure's name that are printed across a photo: more would be too small to read. */
const LONGEST_NAME = 60;
/** What a list of papers calls the card itself. */
const IDENTITY = /căn cước|cccd|hộ chiếu|chứng minh nhân dân/iu;

/** Called so, or called nothing that the list knows: nobody can tell what somebody adds. */
export const mayShowACard = (host: PaperHost, { paper, place }: Wanted): boolean =>
  IDENTITY.test(paper) || (!place && host.papers().every(({ name }) => name !== paper));

/** What is printed across a card, so that it serves for nothing else. */
export function watermarkOf({ i18n, application, nameOf }: PaperHost): string {
  const code = application.source?.code ?? '';
  const name = nameOf?.(code) ?? code;
  const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).trimEnd()}…` : name;
  const procedure = name === code ? code : `${short} (${code})`;
  return i18n.t('attach.watermark-words', { procedure });
}
