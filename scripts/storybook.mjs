import { storybook } from './run-storybook.mjs';

/* Storybook in development: stories are shown again as they are edited. More options may follow, such as `--open`. */
storybook(['dev', '--port', process.env.PORT ?? '6006', '--no-open', ...process.argv.slice(2)]);
