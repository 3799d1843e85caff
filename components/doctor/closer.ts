/*
 * What only a page with data needs, or one on which something is wrong: how data are read, and everything that is said of
 * what was found. One file, for each costs its hash in the lists of what is delivered.
 */
export { doctorFindings } from '../../src/i18n/namespaces/doctor-findings.js';
export { readData } from '../../src/ui/doctor/read-data.js';
export { renderFindings, renderMessage } from './findings-view.js';
export { isForMessage, messageOf } from './sentences.js';
