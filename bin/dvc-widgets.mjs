#!/usr/bin/env node
/* Each command is a file of its own: nobody loads what they did not ask for. */
if (process.argv[2] === 'catalog') await import('./catalog.mjs');
else await import('./contract.mjs');
