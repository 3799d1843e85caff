import trackerWords from '../../../../locales/vi/tracker-late.json' with { type: 'json' };
import headWords from '../../../../locales/vi/tracker.json' with { type: 'json' };
import type { DueDate } from '../../../../src/dossiers/deadline.js';
import type { DossierAct } from '../../../../src/dossiers/dossier-states.js';
import type { AnswerProblemCode } from '../../../../src/forms/problems.js';
import type { PaymentState } from '../../../../src/gateway/contract.js';
import type { MoveProblemCode } from '../../../../src/gateway/move-dossier.js';
import type { KeptPaper } from '../../../../src/gateway/tracking-contract.js';
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
  dossiersOn: (page: number) => `Hồ sơ, trang ${String(page)}`,
  noDossiers: 'Không có hồ sơ nào ở trạng thái này.',
  noSuchCode: 'Không có hồ sơ nào có mã như vậy.',
  count: (count: number) => `${String(count)} hồ sơ đang giải quyết`,
  lateOnes: (count: number) => `${String(count)} quá hạn`,
  open: 'Hồ sơ đang giải quyết',
  ended: (count: number) => `Đã kết thúc: ${String(count)} hồ sơ`,
  pagesOf: (list: string) => `Các trang: ${list}`,
  pageOf: (page: number, pages: number) => `Trang ${String(page)} trên ${String(pages)}`,
  rows: (first: number, last: number, total: number) =>
    `hồ sơ ${String(first)}–${String(last)} trong ${String(total)}`,
  pageFirst: 'Trang đầu',
  pageBefore: 'Trang trước',
  pageNext: 'Trang sau',
  pageLast: 'Trang cuối',
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
  limitWhy: headWords['due.limit-why'],
  waits: 'Đang chờ, chưa có ngày hẹn',
  late: (day: string) => `${day} – quá hạn`,
  final: 'Dừng hẳn',
  holder: 'Đang ở',
  back: 'Về danh sách',
  register: 'Ghi nhận hồ sơ giấy',
  registerWhy:
    'Dùng khi người dân mang hồ sơ giấy đến. Ghi xong, hồ sơ có mã và người dân theo dõi được như hồ sơ nộp trên mạng.',
  choose: 'Chọn thủ tục',
  otherField: 'Lĩnh vực khác',
  next: 'Tiếp tục',
  otherProcedure: 'Chọn thủ tục khác',
  applicant: 'Họ và tên người nộp',
  contactHint: 'Ghi ít nhất một trong hai số dưới đây. Người dân mất biên nhận vẫn tra được bằng 4 số cuối.',
  phone: 'Số điện thoại',
  number: 'Số định danh cá nhân',
  address: 'Địa chỉ liên hệ',
  papersBrought: 'Giấy tờ đã nhận (đánh dấu đúng những thứ có trong tay)',
  otherPapers: 'Giấy tờ khác',
  otherPapersHint: 'Mỗi dòng một giấy tờ. Người dân đọc được: không ghi số giấy tờ.',
  dueWorkedOut: (day: string) => `Theo danh mục thủ tục: ${day}. Cơ quan hẹn ngày khác thì sửa ở đây.`,
  dueUnknown: 'Danh mục thủ tục không có thời hạn đếm được. Để trống thì biên nhận ghi “không có ngày hẹn”.',
  dueBeyond:
    'Hệ thống chưa có lịch nghỉ lễ của thời gian đó nên không tính được ngày. Cơ quan tự hẹn một ngày; để trống thì biên nhận ghi thời hạn.',
  dueImpossible: 'Hẹn trả: hãy chọn một ngày làm việc, từ hôm nay trở đi, trong vòng hai năm.',
  tooManyPapers: 'Nhiều giấy tờ quá; nhiều nhất là 50.',
  registerNow: 'Ghi nhận, xem biên nhận',
  registeredBefore: 'Tờ này đã được ghi nhận với nội dung khác. Hãy mở lại trang ghi nhận.',
  receipt: 'Giấy biên nhận hồ sơ',
  receiptHint: 'Đã ghi nhận. In trang này (Ctrl + P) và đưa cho người dân.',
  printReceipt: 'Xem, in lại giấy biên nhận',
  toDossier: 'Đến hồ sơ',
  secret: 'Mã bí mật',
  receivedAt: 'Nhận lúc',
  receivedBy: 'Người nhận',
  papersReceived: 'Giấy tờ đã nhận',
  followHow: 'Theo dõi hồ sơ trên mạng: gõ mã hồ sơ và mã bí mật ở trên.',
  followAt: 'Trang theo dõi:',
  followDigits:
    'Không có mã bí mật thì gõ 4 số cuối của số điện thoại hoặc số định danh đã ghi; khi đó chỉ thấy hồ sơ đến đâu.',
  keepSecret: 'Giữ kín mã bí mật: ai có mã đó đều xem được hồ sơ và làm thay được.',
  qr: 'Mã QR chỉ chứa mã hồ sơ',
  acts: 'Việc làm được',
  noActs: 'Vai của bạn không có việc nào ở trạng thái này.',
  needed: '(bắt buộc)',
  optional: '(không bắt buộc)',
  note: 'Lý do, ghi chú',
  noteHint: 'Người dân đọc được. Không ghi tên, số điện thoại, số giấy tờ của người khác.',
  unit: 'Chuyển đến',
  result: 'Tệp kết quả (PDF)',
  done: (act: string) => `Đã ghi: ${act}.`,
  notKept: 'Việc này không còn làm được. Những gì vừa ghi chưa được lưu; cần thì chép lại:',
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
    'Đánh dấu đúng những mục, giấy tờ cần bổ sung; người dân chỉ gửi lại những thứ đó. Không đánh dấu gì thì người dân gửi lời nhắn và giấy tờ tùy ý.',
  partFields: 'Mục khai cần bổ sung',
  partPapers: 'Giấy tờ cần bổ sung',
  takenHint:
    'Đánh dấu đúng những thứ có trong tay. Mục khai được bổ sung trên giấy: nội dung khai trong hệ thống giữ nguyên. Thứ nào còn thiếu thì yêu cầu bổ sung lần nữa.',
  takenFields: 'Mục khai đã nhận trên giấy',
  takenPapers: 'Giấy tờ đã nhận',
  keptPapers: 'Cơ quan giữ',
  keptInNote: 'Ghi ở ghi chú',
  amountAsked: 'Số tiền phải nộp (đồng)',
  amountHint: 'Hồ sơ này chưa có mức phí trong hệ thống. Ghi đúng số tiền theo quy định, ví dụ 50.000.',
  takeAmount: (amount: string) =>
    `Chỉ bấm khi đã thu đủ ${amount}. Ghi rồi thì người dân không phải nộp trên mạng nữa.`,
  partsAsked: (parts: string) => `Cần bổ sung: ${parts}`,
  partsBrought: (parts: string) => `Giấy tờ đã nhận: ${parts}`,
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
export const actWords = (act: DossierAct | 'send' | 'register' | 'deliver' | 'rate'): string =>
  trackerWords[`act.${act}`];

/** How long the office has, where no date can be told. */
export const limitWords = ({ days, unit }: Pick<DueDate, 'days' | 'unit'>): string =>
  days === 0
    ? headWords['due.limit-same-day']
    : headWords[`due.limit-${unit}_other`].replace('{{count}}', String(days));

/** What is wrong with something that was typed; only what the form of a dossier on paper can find. */
export function answerWords(code: AnswerProblemCode): string {
  switch (code) {
    case 'required':
    case 'name-empty':
      return 'hãy ghi vào.';
    case 'phone-form':
      return 'không phải số điện thoại.';
    case 'citizen-number-old':
      return 'đây là số chứng minh nhân dân cũ; hãy ghi số định danh 12 số, hoặc để trống và ghi số điện thoại.';
    case 'citizen-number-form':
    case 'citizen-number-length':
      return 'phải có đúng 12 chữ số.';
    default:
      return 'hãy xem lại.';
  }
}

/** What the office keeps of papers that were brought. */
export const KEPT_WORDS: Readonly<Record<KeptPaper, string>> = {
  original: 'bản chính',
  copy: 'bản sao',
};

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
  'amount-wrong': 'Số tiền phải là số đồng chẵn, lớn hơn 0, và đúng mức phí nếu hồ sơ đã có mức phí.',
  'nothing-brought': 'Hãy đánh dấu hoặc ghi những gì đã nhận.',
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
