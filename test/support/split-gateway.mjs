import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/*
 * A receiving system as it is often written: the dossier first, and which request it came from afterwards. It is here
 * to show that the test with kills finds out about it.
 */
const require = createRequire(new URL('../../examples/gateway/package.json', import.meta.url));
const Database = require('better-sqlite3');

const [folder] = process.argv.slice(2);
const database = new Database(join(folder, 'split.sqlite'));
database.pragma('journal_mode = WAL');
database.pragma('synchronous = FULL');
database.exec(
  'CREATE TABLE IF NOT EXISTS dossiers (number INTEGER PRIMARY KEY, submission TEXT);' +
    'CREATE TABLE IF NOT EXISTS keys (submission TEXT PRIMARY KEY, number INTEGER)',
);
const known = database.prepare('SELECT number FROM keys WHERE submission = ?');
const insert = database.prepare('INSERT INTO dossiers (submission) VALUES (?)');
const remember = database.prepare('INSERT INTO keys (submission, number) VALUES (?, ?)');
const count = database.prepare('SELECT count(*) AS count FROM dossiers');

const server = createServer((request, response) => {
  if (request.url === '/count') return response.end(String(count.get().count));
  const id = request.url.split('/').at(-1);
  let number = known.get(id)?.number;
  if (number === undefined) {
    number = insert.run(id).lastInsertRowid;
    // Something else is done first, as in real life: a message, a log, a call to another system.
    return setTimeout(() => {
      remember.run(id, number);
      response.end(String(number));
    }, 8);
  }
  return response.end(String(number));
});
server.listen(0, '127.0.0.1', () => console.log(`http://127.0.0.1:${server.address().port}`));
