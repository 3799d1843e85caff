import { writeFileSync } from 'node:fs';
import { DOSSIER_STATES } from '../../../src/dossiers/dossier-states.js';
import type { Submission } from '../../../src/forms/submission.js';
import { csvOf } from './csv.js';
import { openDatabase } from './database.js';

const HEAD = ['dossier', 'sent', 'procedure', 'state', 'state name', 'delivery'];

/** Writes a list of the dossiers for a spreadsheet: how many there are and where they stand, not who they are about. */
export function exportList(state: string, to: string): number {
  const database = openDatabase(state);
  try {
    const dossiers = database.act(({ audit }) => {
      audit({ who: 'operator', act: 'export', subject: '*', status: 200 });
      return database.dossiers();
    });
    const rows = dossiers.map(({ code, sentAt, procedure, state: at, content }) => {
      const { delivery } = JSON.parse(content) as Submission;
      return [code, sentAt, procedure, String(at), DOSSIER_STATES[at].name, delivery?.way ?? ''];
    });
    writeFileSync(to, csvOf([HEAD, ...rows]));
    return rows.length;
  } finally {
    database.close();
  }
}
