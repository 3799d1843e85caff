import trackerWords from '../../../../locales/vi/tracker-late.json' with { type: 'json' };
import type { DossierAct } from '../../../../src/dossiers/dossier-states.js';
import type { PaymentState } from '../../../../src/gateway/contract.js';
import type { MoveProblemCode } from '../../../../src/gateway/move-dossier.js';
import type { Role } from './officers.js';

/* What the desk says. Its officers read Vietnamese; nothing of it reaches a citizen. */

export const WORDS = {
  title: 'Bàn làm việc mẫu',
  sample: 'Hệ thống mẫu: hồ sơ và người ở đây không có thật, không nơi nào giải quyết.',
  skip: 'Đến nội dung chính',
  signIn: 'Đăng nhập',
  signOut: 'Đăng xuất',
  signInAs: 'Vào với tên',
  password: 'Mật khẩu',
  passwords: 'Mật khẩu mẫu',
  passwordsWhy: 'Vì đây là hệ thống mẫu nên mật khẩu ghi ngay trên trang.',
  wrongPassword: 'Mật khẩu không đúng. Hãy xem lại bảng mật khẩu mẫu.',
  expired: 'Trang đã mở quá lâu. Hãy làm lại.',
  dossiers: 'Hồ sơ',
  noDossiers: 'Không có hồ sơ nào ở trạng thái này.',
  noSuchCode: 'Không có hồ sơ nào có mã như vậy.',
  count: (count: number) => `${String(count)} hồ sơ đang giải quyết`,
  lateOnes: (count: number) => `${String(count)} quá hạn`,
  open: 'Hồ sơ đang giải quyết',
  ended: (count: number) => `Đã kết thúc: ${String(count)} hồ sơ`,
  search: 'Tìm',
  all: 'Xem tất cả hồ sơ',
  allStates: 'Tất cả trạng thái',
  state: 'Trạng thái',
  filter: 'Lọc',
  code: 'Mã hồ sơ',
  procedure: 'Thủ tục',
  sent: 'Gửi lúc',
  due: 'Hẹn trả',
  noDue: 'Không có ngày hẹn',
  waits: 'Đang chờ, chưa có ngày hẹn',
  late: (day: string) => `${day} – quá hạn`,
  final: 'Dừng hẳn',
  holder: 'Đang ở',
  back: 'Về danh sách',
  acts: 'Việc làm được',
  noActs: 'Vai của bạn không có việc nào ở trạng thái này.',
  needed: '(bắt buộc)',
  optional: '(không bắt buộc)',
  note: 'Lý do, ghi chú',
  noteHint: 'Người dân đọc được. Không ghi tên, số điện thoại, số giấy tờ của người khác.',
  unit: 'Chuyển đến',
  result: 'Tệp kết quả (PDF)',
  done: (act: string) => `Đã ghi: ${act}.`,
  notPdf: 'Tệp kết quả phải là PDF.',
  answers: 'Nội dung khai',
  entry: (number: number) => `Mục ${String(number)}`,
  none: '(không khai)',
  yes: 'Có',
  no: 'Không',
  amount: (digits: string) => `${digits} đồng`,
  papers: 'Giấy tờ',
  noPapers: 'Không có giấy tờ kèm theo.',
  history: 'Quá trình',
  partsHint:
    'Đánh dấu đúng những mục, giấy tờ cần bổ sung; người dân chỉ gửi lại những thứ đó. Không đánh dấu gì thì người dân gửi lời nhắn và giấy tờ tuỳ ý.',
  partFields: 'Mục khai cần bổ sung',
  partPapers: 'Giấy tờ cần bổ sung',
  partsAsked: (parts: string) => `Cần bổ sung: ${parts}`,
  partAsked: 'Được yêu cầu',
  partBefore: 'Trước đó',
  partAfter: 'Đã bổ sung',
  noPaper: '(chưa có)',
  fee: 'Phí, lệ phí',
  delivery: 'Nhận kết quả',
  helper: 'Người nộp giúp',
  stars: (stars: number) => `Đánh giá ${String(stars)} trên 5`,
} as const;

export const ROLE_WORDS: Readonly<Record<Role, string>> = { reception: 'tiếp nhận', processing: 'xử lý' };

/** The same words that the applicant reads of the same act. */
export const actWords = (act: DossierAct | 'send' | 'deliver' | 'rate'): string => trackerWords[`act.${act}`];

export const PROBLEM_WORDS: Readonly<Record<MoveProblemCode, string>> = {
  'act-unknown': 'Không có việc này.',
  'act-not-yours': 'Việc này không phải của vai bạn.',
  'dossier-ended': 'Hồ sơ đã kết thúc, không làm gì thêm được.',
  'act-not-now': 'Việc này không làm được ở trạng thái hiện tại.',
  'note-missing': 'Hãy ghi lý do.',
  'not-found': 'Không có hồ sơ này.',
  'moved-on': 'Hồ sơ vừa có thay đổi khác. Hãy xem lại rồi làm tiếp.',
  'result-missing': 'Người dân nhận kết quả trực tuyến. Hãy đính kèm tệp kết quả (PDF) rồi làm lại.',
  'nothing-to-pay': 'Hồ sơ này không còn khoản nào phải nộp.',
  'part-unknown': 'Hồ sơ không có mục hay giấy tờ vừa đánh dấu. Hãy chọn lại.',
};

export const ACTOR_WORDS = { applicant: 'Người nộp', officer: 'Cán bộ', bank: 'Ngân hàng' } as const;

export const PART_WORDS: Readonly<Record<string, string>> = {
  name: 'Họ và tên',
  birth: 'Ngày sinh',
  sex: 'Giới tính',
  number: 'Số định danh cá nhân',
  address: 'Nơi cư trú',
};

export const SEX_WORDS: Readonly<Record<string, string>> = { male: 'Nam', female: 'Nữ' };

/** How far a fee is paid. */
export const PAYMENT_WORDS: Readonly<Record<PaymentState, string>> = {
  due: 'chưa nộp trực tuyến',
  waiting: 'đang chờ ngân hàng xác nhận',
  paid: 'đã nộp',
  expired: 'lần trả trực tuyến đã hết hạn',
};

export const DELIVERY_WORDS = {
  online: 'Nhận trực tuyến',
  post: 'Gửi bưu điện',
  desk: 'Đến lấy',
  'other-person': 'Người khác lấy giúp',
} as const;
