/*
 * What the configurator says of each element and attribute in Vietnamese, for whoever has never seen a line of code. In
 * English it says what the manifest says. The names that people see are in `scripts/wordpress/labels.mjs`.
 *
 * An attribute that means something else on one element is named with it: `level-guide.level`. One that nobody is to set
 * by hand is told why instead of how.
 */

export const PURPOSES = {
  'procedure-lookup':
    'Bà con gõ việc cần làm bằng lời thường ngày, có dấu hay không dấu, rồi mở đúng thủ tục. Đặt ở trang chủ hoặc trang thủ tục.',
  'procedure-detail':
    'Trọn tờ hướng dẫn một thủ tục: mang giấy tờ gì, phí bao nhiêu, mấy ngày, nộp ở đâu. Mỗi thủ tục một địa chỉ trang.',
  'form-steps':
    'Điền hồ sơ từng bước, theo đúng mức độ trực tuyến của thủ tục; kết thúc ở Cổng quốc gia hoặc ở hệ thống của bạn.',
  'status-tracker':
    'Hồ sơ đang ở đâu, ai giữ, bao giờ có kết quả, bà con phải làm gì. Cần một hệ thống tiếp nhận.',
  'catalog-coverage': 'Biểu đồ và bảng: nơi bạn có bao nhiêu thủ tục, ở từng cấp và từng mức độ trực tuyến.',
  'level-guide': 'Giải thích mỗi mức độ trực tuyến bằng việc bà con thật sự phải làm: mấy lần đi, giấy gì.',
  'level-badge': 'Một nhãn nhỏ ghi mức độ trực tuyến của một thủ tục, bấm vào thì giải thích.',
  'data-journey':
    'Bảng kể trang này liên lạc với đâu, đang giữ gì trên máy, kèm nút xóa hết. Đặt ở trang trợ giúp.',
  portal:
    'Thẻ bao ngoài: danh mục, hệ thống tiếp nhận, giao diện, ngôn ngữ khai một lần cho mọi phần tử bên trong.',
  outreach:
    'Cho cán bộ: từ một thủ tục ra áp phích A4, tờ rơi A5, ảnh vuông để gửi tin nhắn, mã QR và lời đọc loa 40 giây.',
  doctor: 'Chỉ để bạn tự kiểm tra: tìm xem vì sao phần tử không hiện trên trang. Xong thì gỡ.',
};

/** Elements that are not offered by themselves, with the reason. */
export const NOT_OFFERED = {
  portal: 'Khai báo chung được viết vào thẻ script, nên không cần phần tử bao ngoài.',
};

export const HELP = {
  'announced-on': 'Ngày công bố mức độ: 2025-07-01; chưa rõ ngày thì ghi 2025-07 hoặc 2025.',
  'apply-url':
    'Trang bắt đầu nộp hồ sơ. Viết {code} ở chỗ sẽ là mã thủ tục, ví dụ /nop-ho-so.html?ma={code}.',
  assisted: 'Cán bộ khai giúp người dân: trang nói rõ điều đó và không giữ gì lại trên máy.',
  'by-level':
    'Mã mức độ và số thủ tục, cách nhau bằng dấu cách, ví dụ 4:1425 3:200. Phần còn lại ghi là chưa rõ.',
  'by-tier': 'Cấp và số thủ tục, cách nhau bằng dấu cách, ví dụ province:1124 commune:103.',
  calendar: 'Tệp lịch làm việc của tỉnh bạn, thay cho lịch có sẵn. Để trống nếu chưa có.',
  catalog:
    'Tệp danh mục thủ tục của nơi bạn, ví dụ /data/catalog.json. Làm từ Excel ở trang “Bảng tính thành danh mục”.',
  'catalog-coverage.catalog':
    'Tệp danh mục để tự đếm, ví dụ /data/catalog.json. Chỉ dùng khi không ghi sẵn số liệu ở dưới.',
  'data-journey.catalog': 'Tệp danh mục mà các trang khác của bạn dùng, để bảng kể đủ.',
  code: 'Mã thủ tục như đã công bố, ví dụ 1.001193. Để trống khi mã nằm trong địa chỉ trang.',
  'code-param': 'Chữ đứng trước mã trong địa chỉ trang. Ghi ma thì trang có địa chỉ …?ma=1.001193.',
  destination:
    'Điền xong thì hồ sơ đi đâu. Không chọn: sang Cổng Dịch vụ công quốc gia, không có gì được gửi từ trang này.',
  'detail-url':
    'Trang chi tiết của một thủ tục, ví dụ /chi-tiet.html?ma={code}. Để trống thì tờ hướng dẫn mở ngay tại chỗ.',
  'outreach.detail-url':
    'Trang mà mã QR mở ra, ví dụ /chi-tiet.html?ma={code}. Không ghi thì áp phích không có mã QR.',
  device: 'Máy đặt ở trụ sở cho nhiều người dùng thì chọn máy chung: không giữ lại gì sau mỗi người.',
  elsewhere: 'Mức độ này do nơi khác công bố; nhãn ghi rõ là ai.',
  forms: 'Tệp kể các tờ khai, ví dụ /data/forms.json. Không ghi thì không có bước điền tờ khai.',
  gateway: 'Địa chỉ hệ thống tiếp nhận của bạn, ví dụ https://hoso.xa-mau.gov.vn/v1. Chưa có thì để trống.',
  'heading-level':
    'Tiêu đề của phần tử là cấp mấy trong trang, từ 2 đến 6. Đừng nhảy cấp: dưới h2 thì ghi 3.',
  'outreach.help-phone': 'Số điện thoại để bà con hỏi, in trên áp phích và đọc lên loa.',
  'help-phone': 'Số điện thoại của bộ phận một cửa, hiện ra khi tìm không thấy.',
  hours: 'Giờ làm việc in trên áp phích, ví dụ Thứ Hai – Thứ Sáu, 7:30 – 11:30 và 13:30 – 17:00.',
  'idle-minutes': 'Trên máy dùng chung: sau bấy nhiêu phút không gõ thì hỏi còn ai ở đó không, rồi xóa.',
  illustration: 'Mức độ chỉ bịa ra cho trang mẫu; lời giải thích nói rõ như vậy.',
  kind: 'Cách gọi từ năm 2022: information (chỉ thông tin), partial (một phần), full (toàn trình).',
  level: 'Mức độ theo cách gọi cũ 1, 2, 3, 4, hoặc full, partial, information. Để trống: chưa công bố.',
  'level-guide.level': 'Mã mức độ muốn chỉ ra giữa các mức, ví dụ 3 hoặc full.',
  'form-steps.level': 'Mức độ trực tuyến, ví dụ 3 hoặc full, khi không có tệp mức độ nào công bố.',
  'level-scheme': 'Mã mức độ này thuộc bộ nào, khi nhiều bộ có cùng mã.',
  levels:
    'Tệp mức độ trực tuyến đã công bố, ví dụ /data/levels.json. Có nhiều tệp thì cách nhau bằng dấu cách.',
  office: 'Tên nơi bà con đến hỏi, in trên áp phích và đọc lên loa, ví dụ Bộ phận một cửa xã Mẫu.',
  'outreach-url':
    'Trang có áp phích, tờ rơi của thủ tục, ví dụ /tuyen-truyen.html?ma={code}. Để trống thì không có nút dẫn tới.',
  'page-title': 'Tên của thẻ trình duyệt khi đang xem một thủ tục, ví dụ {name} – Xã Mẫu.',
  place: 'Nơi áp dụng mức độ này, ví dụ Xã Mẫu.',
  plain: 'Chỉ hiện nhãn, không có nút bấm để giải thích.',
  'portal-file-mb':
    'Cổng quốc gia nhận tệp lớn đến bao nhiêu MB. Không biết thì để trống: trang nói là chưa rõ.',
  'portal-url':
    'Trang của thủ tục trên Cổng quốc gia, có {code} ở chỗ mã. Để trống thì dùng địa chỉ ghi trong danh mục.',
  'published-on': 'Ngày công bố số liệu, viết năm-tháng-ngày: 2026-07-01.',
  publisher: 'Cơ quan công bố, ví dụ UBND xã Mẫu.',
  query: 'Từ được tìm sẵn khi trang vừa mở. Thường để trống.',
  'read-on': 'Ngày bạn xem mức độ này, khi không rõ ngày công bố: 2026-07-01.',
  scheme:
    'Hiện mức độ theo cách gọi nào: vn-2022 (toàn trình, một phần) hoặc vn-2011 (mức 1 đến 4). Để trống: như đã công bố.',
  schemes: 'Tệp các bộ mức độ của nơi bạn, thay cho những bộ có sẵn. Để trống nếu chưa có.',
  source: 'Tên văn bản hoặc trang có số liệu này.',
  'source-url': 'Địa chỉ văn bản hoặc trang có số liệu này.',
  stages: 'Bảng trạng thái hồ sơ của tỉnh bạn, thay cho bảng có sẵn. Để trống nếu chưa có.',
  'structured-data': 'Thêm phần chỉ máy tìm kiếm (Google, Cốc Cốc) đọc, để thủ tục dễ được tìm thấy.',
  'sync-address': 'Giữ từ đang tìm trong địa chỉ trang: chia sẻ được, nút Quay lại trở về đúng chỗ.',
  'status-tracker.sync-address':
    'Giữ mã hồ sơ đang xem sau dấu # của địa chỉ, không máy chủ nào thấy. Máy dùng chung thì không giữ.',
  theme: 'Giao diện cho mọi phần tử bên trong. Để trống: giao diện thường.',
  thesaurus: 'Tệp các từ bà con nơi bạn thường gọi, thêm vào những từ có sẵn.',
  total: 'Tổng số thủ tục.',
  'track-url':
    'Trang theo dõi hồ sơ, ví dụ /theo-doi.html#ma={code}. Mã đứng sau dấu # nên không máy chủ nào thấy.',
};

/** Attributes that are left out on purpose. */
export const NOT_ASKED = {
  'status-tracker.code': 'Mã hồ sơ là của một người dân: không viết vào trang, không đưa vào địa chỉ.',
  'level-badge.unread': 'Do ô tìm tự đặt khi danh sách không tới.',
};

/** What the values of a choice mean. */
export const CHOICES = {
  destination: {
    'hand-off': 'Sang Cổng Dịch vụ công quốc gia',
    gateway: 'Vào hệ thống tiếp nhận của bạn',
    practice: 'Chỉ để tập, không gửi đi đâu',
  },
  theme: {
    dark: 'Nền tối',
    'high-contrast': 'Tương phản cao',
    auto: 'Theo máy của người xem',
  },
  device: { own: 'Máy riêng của bà con', shared: 'Máy dùng chung' },
};

/** Attributes that most pages need, in the order in which they are asked; the others are asked below a fold. */
export const COMMON = [
  'catalog',
  'levels',
  'code-param',
  'detail-url',
  'apply-url',
  'track-url',
  'forms',
  'destination',
  'gateway',
  'help-phone',
  'level',
  'kind',
  'total',
  'by-tier',
  'by-level',
  'published-on',
  'publisher',
  'sync-address',
];
