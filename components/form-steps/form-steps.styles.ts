import { fields } from './styles/fields.styles.js';
import { frame } from './styles/frame.styles.js';
import { narrow } from './styles/narrow.styles.js';
import { print } from './styles/print.styles.js';

/** What changes the parts, for a narrow window or for paper, comes after them. */
export const changing = [narrow, print];
export const styles = [frame, fields, ...changing];
