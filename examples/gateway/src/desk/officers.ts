import type { DossierAct } from '../../../../src/dossiers/dossier-states.js';

/* Who works at the desk of the sample: invented people, with passwords that stand on the page. */

export type Role = 'reception' | 'processing';

export interface Officer {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

export const OFFICERS: readonly Officer[] = [
  { id: 'tiep-nhan', name: 'Cán bộ Mẫu 1', role: 'reception', password: 'mau-tiep-nhan' },
  { id: 'xu-ly', name: 'Cán bộ Mẫu 3', role: 'processing', password: 'mau-xu-ly' },
];

/** Units that a dossier may be with. */
export const UNITS = [
  'Bộ phận Một cửa (mẫu)',
  'Bộ phận chuyên môn (mẫu)',
  'Bộ phận tư pháp – hộ tịch (mẫu)',
  'Bộ phận địa chính – xây dựng (mẫu)',
] as const;
const [, SPECIALISTS] = UNITS;
export const [RECEPTION] = UNITS;

/** What each role does; the table of states says from where. */
const ACTS: Readonly<Record<Role, readonly DossierAct[]>> = {
  reception: [
    'receive',
    'refuse-reception',
    'ask-supplement',
    'take-supplement',
    'ask-payment',
    'take-payment',
    'process',
    'take-back',
    'hand-over',
  ],
  processing: ['forward', 'ask-supplement', 'ask-payment', 'pause', 'resume', 'stop', 'finish', 'take-back'],
};

export const mayDo = ({ role }: Officer, act: DossierAct): boolean => ACTS[role].includes(act);

/** Whether somebody takes in what is brought on paper. */
export const mayRegister = ({ role }: Officer): boolean => role === 'reception';

/** The unit that has a dossier after an act; undefined where it stays where it is. */
export function unitAfter(act: DossierAct, chosen: string = SPECIALISTS): string | undefined {
  if (act === 'receive' || act === 'finish') return RECEPTION;
  if (act === 'process' || act === 'take-back') return SPECIALISTS;
  return act === 'forward' ? (UNITS.find((unit) => unit === chosen) ?? SPECIALISTS) : undefined;
}
