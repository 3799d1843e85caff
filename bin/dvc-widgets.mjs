#!/usr/bin/env node
import { parseArgs } from 'node:util';

/* Each command is a file of its own: nobody loads what they did not ask for. */
const [command] = process.argv.slice(2);
if (command === 'catalog') await import('./catalog.mjs');
else if (command === 'contract') await import('./contract.mjs');
else await list();

/** Tells what commands there are; an error, unless that is what was asked. */
async function list() {
  const { commandWords, matchLanguage } = await import('../dist/sheet-words.js');
  const options = { help: { type: 'boolean', short: 'h' }, lang: { type: 'string' } };
  const { values } = parseArgs({ strict: false, options });
  const { say } = await commandWords(matchLanguage(String(values.lang)) ?? 'vi');
  if (values.help) console.log(say('command.list'));
  else {
    console.error(say('command.list'));
    process.exitCode = 2;
  }
}
