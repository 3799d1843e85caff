import { element } from './parts.js';

/*
 * A page that somebody opened from the disk of a computer can fetch no data and no module. Instead of a network that seems
 * to be gone it says what to do. A script of its own: the elements need not carry words that no citizen ever sees.
 */

const WORDS = [
  [
    'vi',
    'Trang này đang mở thẳng từ ổ đĩa nên trình duyệt không cho tải dữ liệu: hãy mở qua máy chủ web.',
    'Thử ngay trên máy có Python: mở cửa sổ lệnh ở thư mục đã giải nén, gõ lệnh dưới đây, rồi mở http://localhost:8000/.',
  ],
  [
    'en',
    'This page was opened from the disk, where browsers let it load no data: open it through a web server.',
    'To try it on a computer with Python: open a terminal in the unpacked folder, type the line below, then open http://localhost:8000/.',
  ],
] as const;

function say(): void {
  document.querySelector('main')?.replaceChildren(
    ...WORDS.map(([language, ...sentences]) => {
      const part = element('div');
      part.lang = language;
      part.setAttribute('role', 'alert');
      part.append(...sentences.map((sentence) => element('p', sentence)));
      return part;
    }),
    element('code', 'python3 -m http.server 8000'),
  );
}

if (location.protocol === 'file:') say();
