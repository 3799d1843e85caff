import { fields } from './styles/fields.styles.js';
import { frame } from './styles/frame.styles.js';
import { late } from './styles/late.styles.js';
import { narrow } from './styles/narrow.styles.js';
import { paper } from './styles/paper.styles.js';
import { print } from './styles/print.styles.js';

/** By part; what changes the parts comes after them. */
export const styles = [frame, fields, late, paper, narrow, print];
