import type { ActorKind, DossierAct } from '../../../src/dossiers/dossier-states.js';
import type { Delivery, Helper } from '../../../src/forms/submission.js';
import type { InventedPerson } from '../../../src/forms/invented-answers.js';

/** When something happened: whole working days before today, and the time in Việt Nam. */
export type SampleTime = readonly [workingDaysAgo: number, time: string];

export interface SampleAct {
  readonly act: DossierAct;
  readonly at: SampleTime;
  readonly by?: ActorKind;
  readonly note?: string;
  /** The officer ticks what is to come: two fields of the form and a paper. */
  readonly ticks?: true;
}

export interface SampleDossier {
  readonly sent: SampleTime;
  readonly acts: readonly SampleAct[];
  readonly delivery?: Delivery;
  readonly helper?: Omit<Helper, 'procedures'>;
  /** Only a procedure with a fee will do. */
  readonly hasFee?: boolean;
  /** A procedure is wanted whose time is over by now, or is not. */
  readonly isLate?: boolean;
}

const act = (name: DossierAct, at: SampleTime, note?: string, by: ActorKind = 'officer'): SampleAct => ({
  act: name,
  at,
  by,
  ...(note !== undefined && { note }),
});
const received = (days: number): SampleAct => act('receive', [days, '09:40']);
const processed = (days: number): SampleAct => act('process', [days, '14:05']);

/** A dossier in every state, and in both kinds of state 8; in time and late, with and without a wait in between. */
export const SAMPLE_DOSSIERS: readonly SampleDossier[] = [
  { sent: [1, '16:35'], acts: [], delivery: { way: 'online' } },
  { sent: [1, '08:10'], acts: [], delivery: { way: 'desk' } },
  { sent: [2, '07:45'], acts: [received(1)], delivery: { way: 'desk' } },
  {
    sent: [6, '20:15'],
    acts: [
      act(
        'refuse-reception',
        [5, '08:30'],
        'Mẫu: hồ sơ thuộc nơi khác giải quyết; đã hướng dẫn nộp tại xã nơi cư trú.',
      ),
    ],
  },
  { sent: [3, '08:20'], acts: [received(3), processed(2)], delivery: { way: 'online' }, isLate: false },
  {
    sent: [9, '09:05'],
    acts: [received(9), processed(8), act('forward', [6, '15:20'], 'Mẫu: chuyển bộ phận chuyên môn.')],
    delivery: { way: 'desk' },
    isLate: true,
  },
  {
    sent: [4, '08:30'],
    acts: [
      received(4),
      processed(3),
      {
        ...act('ask-supplement', [2, '10:00'], 'Mẫu: khai thiếu dấu ở tên; bản chụp mờ ở trang 2.'),
        ticks: true,
      },
    ],
    delivery: { way: 'desk' },
  },
  {
    sent: [3, '19:50'],
    acts: [act('ask-supplement', [2, '08:15'], 'Mẫu: còn thiếu giấy tờ chứng minh nơi ở.')],
    helper: { name: 'Cán bộ Mẫu 2', role: 'Tổ công nghệ số cộng đồng (mẫu)', consent: true },
  },
  {
    sent: [7, '08:40'],
    acts: [
      received(7),
      processed(6),
      act('ask-supplement', [5, '09:00'], 'Mẫu: đề nghị bổ sung chữ ký ở tờ khai.'),
      act('supplement', [3, '20:05'], 'Mẫu: đã gửi lại tờ khai có chữ ký.', 'applicant'),
    ],
    delivery: { way: 'online' },
  },
  {
    sent: [2, '13:45'],
    acts: [received(1), act('ask-payment', [1, '10:20'])],
    delivery: { way: 'online' },
    hasFee: true,
  },
  {
    sent: [4, '14:10'],
    acts: [
      received(3),
      act('ask-payment', [3, '10:00']),
      act('pay', [2, '19:30'], undefined, 'bank'),
      processed(1),
    ],
    delivery: { way: 'post', name: 'Lê Văn Mẫu', phone: '0900000000', address: 'Thôn Mẫu, Xã Mẫu' },
    hasFee: true,
  },
  {
    sent: [5, '09:25'],
    acts: [received(5), act('withdraw', [4, '21:00'], 'Mẫu: nộp nhầm thủ tục.', 'applicant')],
  },
  {
    sent: [8, '08:05'],
    acts: [received(8), processed(7), act('pause', [5, '16:00'], 'Mẫu: chờ cơ quan khác trả lời xác minh.')],
    delivery: { way: 'desk' },
  },
  {
    sent: [15, '08:55'],
    acts: [
      received(15),
      processed(14),
      act('ask-supplement', [13, '09:10'], 'Mẫu: thiếu văn bản đồng ý của người cùng sở hữu.'),
      act('stop', [2, '16:30'], 'Mẫu: quá thời hạn bổ sung mà chưa nhận được giấy tờ.'),
    ],
  },
  {
    sent: [4, '07:50'],
    acts: [received(4), processed(3), act('finish', [1, '11:00'])],
    delivery: { way: 'desk' },
  },
  {
    sent: [10, '15:10'],
    acts: [received(9), processed(8), act('finish', [6, '10:45']), act('hand-over', [5, '08:20'])],
    delivery: { way: 'other-person', name: 'Trần Thị Mẫu', number: '000192000002' },
  },
];

/** As many people as dossiers: nobody is told from the next by chance. */
export function samplePerson(at: number): InventedPerson {
  const isWoman = at % 2 === 0;
  const year = 1960 + at * 2;
  const names = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Huỳnh', 'Võ', 'Đặng'];
  return {
    name: `${names[at % names.length] ?? ''} ${isWoman ? 'Thị' : 'Văn'} Mẫu`,
    birth: `${String(year)}-03-05`,
    sex: isWoman ? 'female' : 'male',
    number: `000${isWoman ? '1' : '0'}${String(year).slice(2)}${String(at).padStart(6, '0')}`,
    address: `Thôn Mẫu ${String(at + 1)}, Xã Mẫu`,
  };
}
