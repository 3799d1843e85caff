import { storybook } from './run-storybook.mjs';

/* Writes the static Storybook, which works offline. */
storybook(['build', '--quiet', '--output-dir', 'storybook-static'], { CI: 'true' });
