import { expect, fixture, html } from '@open-wc/testing';
import '../../components/doctor/doctor.js';
import '../../components/level-badge/level-badge.js';
import '../../components/portal/portal.js';
import '../../components/procedure-detail/procedure-detail.js';
import '../../components/procedure-lookup/procedure-lookup.js';
import type { Doctor } from '../../components/doctor/doctor.js';
import { FINDING_CODES } from '../../src/doctor/findings.js';
import type { PageFacts } from '../../src/doctor/facts.js';
import { catalogAnswer, json, pageFacts } from '../support/page-facts.js';
import { waitUntil } from '../support/wait-until.js';

const root = (doctor: Doctor) => doctor.shadowRoot!;
const words = (node: Element | null | undefined) => node?.textContent.replace(/\s+/gu, ' ').trim() ?? '';
const found = (doctor: Doctor) => [...root(doctor).querySelectorAll('.fault, .advice')].map(words);
const message = (doctor: Doctor) => root(doctor).querySelector('textarea')?.value ?? '';
const isDone = (doctor: Doctor) => root(doctor).querySelector('.summary') !== null;
const button = (doctor: Doctor, name: string) =>
  [...root(doctor).querySelectorAll('button')].find(({ textContent }) => textContent.includes(name))!;

/** A doctor that is told of a page. */
async function told(facts: PageFacts, lang = 'vi'): Promise<Doctor> {
  const page = await fixture(
    html`<div lang=${lang}>
      <dvc-doctor .facts=${facts} .clock=${() => new Date('2026-11-23T05:00:00Z')}></dvc-doctor>
    </div>`,
  );
  const doctor = page.querySelector('dvc-doctor')!;
  await waitUntil(() => isDone(doctor), 'a report');
  return doctor;
}

/** A doctor on the page of this test, with something else beside it. */
async function beside(markup: unknown): Promise<Doctor> {
  const page = await fixture(html`<div lang="vi">${markup}<dvc-doctor></dvc-doctor></div>`);
  const doctor = page.querySelector('dvc-doctor')!;
  await waitUntil(() => isDone(doctor), 'a report');
  return doctor;
}

describe('dvc-doctor', () => {
  it('says that all is well, what it could not check, and has no message then', async () => {
    const doctor = await told(pageFacts());
    expect(words(root(doctor).querySelector('.summary'))).to.equal(
      'Không thấy lỗi nào trong những gì kiểm tra được.',
    );
    expect(words(root(doctor).querySelector('.unknown'))).to.contain('bác sĩ chỉ nhìn từ máy này');
    expect(root(doctor).querySelector('textarea')).to.equal(null);
    await expect(doctor).to.be.accessible();
  });

  it('writes to the hosting company what it can mend, Vietnamese first, and nothing of this computer', async () => {
    const doctor = await told(
      pageFacts({
        addresses: [catalogAnswer(json({ status: 404 }))],
        policy: { needsTrustedTypes: true, allowsPolicy: false, isDrawn: false },
        device: { minutesAhead: 61 },
      }),
    );
    expect(words(root(doctor).querySelector('.summary'))).to.equal('Thấy 3 lỗi cần sửa.');
    expect(found(doctor).join('\n')).to.contain('lệch nhau 61 phút');
    const text = message(doctor);
    expect(text).to.match(
      /^Kính gửi đơn vị vận hành trang http\S+: trang nhúng dvc-widgets bản 0\.1\.0\. .*23\/11\/2026, lúc 12:00/u,
    );
    expect(text).to.contain('Phía máy chủ:\n1. Trang bật Trusted Types');
    expect(text).to.contain(
      'Phía trang:\n1. Không có tệp ở https://xa-mau.example/data/catalog.json (catalog, mã 404).',
    );
    expect(text.indexOf('On the server:')).to.be.above(text.indexOf('Chưa kiểm tra được:'));
    expect(text).to.contain("trusted-types dvc-widgets 'allow-duplicates'");
    expect(text).to.contain('There is no file at');
    expect(text).not.to.match(/61|wtr-session-id|\?/u);
    await expect(doctor).to.be.accessible();
  });

  it('copies the message, or marks it where it may not', async () => {
    const doctor = await told(pageFacts({ document: { hasViewport: false } }));
    const { clipboard } = navigator;
    const taken: string[] = [];
    const pretend = (writeText: (text: string) => Promise<void>) =>
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText } });
    try {
      pretend((text) => Promise.resolve(void taken.push(text)));
      button(doctor, 'Chép lời nhắn').click();
      await waitUntil(() => words(root(doctor).querySelector('.actions [role=status]')) === 'Đã chép.');
      expect(taken).to.deep.equal([message(doctor)]);
      pretend(() => Promise.reject(new Error('not allowed')));
      button(doctor, 'Chép lời nhắn').click();
      await waitUntil(() => words(root(doctor).querySelector('.actions [role=status]')).includes('Ctrl+C'));
      const area = root(doctor).querySelector('textarea')!;
      expect(area.value.slice(area.selectionStart, area.selectionEnd)).to.equal(message(doctor));
    } finally {
      Object.defineProperty(navigator, 'clipboard', { configurable: true, value: clipboard });
    }
  });

  it('has words in both languages for everything that it looks for', async () => {
    const [vi, en] = await Promise.all(
      ['vi', 'en'].map(
        async (language) =>
          (await fetch(`/locales/${language}/doctor-findings.json`)).json() as Promise<object>,
      ),
    );
    for (const code of FINDING_CODES)
      for (const key of [`finding.${code}`, `fix.${code}`]) {
        expect(vi, key).to.have.property(key);
        expect(en, key).to.have.property(key);
      }
  });

  it('speaks English where the page does', async () => {
    const doctor = await told(pageFacts({ device: { stores: false } }), 'en');
    await waitUntil(() => words(root(doctor).querySelector('.summary')) === '1 fault to mend.');
    expect(found(doctor)[0]).to.contain('drafts are lost');
  });

  it('keeps in sight what the page put inside until it is there', async () => {
    const doctor = document.createElement('dvc-doctor');
    const hint = Object.assign(document.createElement('p'), { textContent: 'Bác sĩ chưa chạy' });
    doctor.append(hint);
    document.body.append(doctor);
    await waitUntil(() => isDone(doctor), 'a report');
    expect(hint.getClientRects()).to.have.length(0);
    doctor.remove();
  });

  describe('on a real page', () => {
    it('has an eye on what is well: an element that shows itself', async () => {
      const doctor = await beside(html`<dvc-level-badge level="4"></dvc-level-badge>`);
      expect(found(doctor).filter((text) => text.includes('dvc-level-badge'))).to.deep.equal([]);
      expect(found(doctor).join()).not.to.match(/không cho lưu|lệch nhau|bảng mã|Trusted Types/u);
    });

    for (const [why, styles, reason] of [
      ['display: none', 'display: none', 'display: none'],
      ['far outside', 'position: absolute; left: -9000px', 'nằm ngoài trang'],
      ['opacity', 'opacity: 0.01', 'trong suốt'],
      ['no height', 'height: 0; overflow: hidden', 'cắt mất'],
      ['filter', 'filter: drop-shadow(0 0 2px #000) opacity(0)', 'trong suốt'],
      ['scale', 'transform: scale(0.05)', 'quá nhỏ'],
      ['clip-path', 'clip-path: inset(50%)', 'cắt mất'],
      ['a circle of nothing', 'clip-path: circle(0)', 'cắt mất'],
    ] as const)
      it(`sees an element that the page hides, and by what: ${why}`, async () => {
        const trap = document.createElement('div');
        trap.id = 'tab-2';
        trap.className = 'pane';
        trap.style.cssText = styles;
        trap.append(Object.assign(document.createElement('dvc-level-badge'), { level: '4' }));
        const doctor = await beside(trap);
        const [text] = found(doctor).filter((one) => one.includes('dvc-level-badge'));
        expect(text).to.contain('không ai thấy được').and.to.contain(reason);
        if (why !== 'far outside') expect(text).to.contain('div#tab-2.pane');
      });

    for (const styles of [
      'filter: drop-shadow(0 0 2px #000) opacity(0.8) blur(0.5px)',
      'transform: scale(0.6)',
      'width: 10em; margin: 5em; transform: rotate(90deg)',
      'clip-path: inset(0 round 0.5em)',
      'clip-path: polygon(0 0, 100% 10%, 100% 100%, 0 90%)',
      'clip-path: inset(0); pointer-events: none',
    ])
      it(`does not call hidden what is in sight: ${styles}`, async () => {
        const frame = document.createElement('div');
        frame.style.cssText = styles;
        frame.append(Object.assign(document.createElement('dvc-level-badge'), { level: '4' }));
        const doctor = await beside(frame);
        expect(found(doctor).join('\n')).not.to.match(/dvc-level-badge (?:không ai|bị)/u);
      });

    for (const [name, data, reason] of [
      ['catalog', { procedures: [] }, 'Phần đầu tệp: thiếu “publisher”'],
      ['levels', { formatVersion: 1, entries: [] }, 'Phần đầu tệp: thiếu'],
      ['thesaurus', { means: 'một dòng' }, 'means'],
      ['thesaurus', ['một dòng'], '{ }'],
      ['schemes', { schemes: {} }, 'không có danh sách cần đọc'],
      ['forms', { '1.001193': '/a.json' }, 'không phải mục lục tờ khai'],
      ['stages', { states: [] }, 'Bảng trạng thái này không dùng được'],
      ['calendar', { years: 2026 }, 'Lịch làm việc này không dùng được'],
    ] as const)
      it(`reads JSON as an element would, and says what is wrong with it: ${name} ${JSON.stringify(data)}`, async () => {
        const address = `data:application/json,${encodeURIComponent(JSON.stringify(data))}`;
        const portal = document.createElement('dvc-portal');
        portal.setAttribute(name, address);
        const doctor = await beside(portal);
        const text = found(doctor).find((one) => one.includes(`(${name})`));
        expect(text).to.contain(reason);
        expect(message(doctor)).to.contain(reason).and.to.contain(`(${name})`);
        expect(words(root(doctor).querySelector('.summary'))).to.contain('lỗi cần sửa');
      });

    it('says how many records are left out, and which of them first', async () => {
      const file = (await (await fetch('/examples/commune/data/catalog.json')).json()) as {
        procedures: object[];
      };
      file.procedures = [{ code: '1.000001' }, ...file.procedures.slice(0, 2)];
      const url = URL.createObjectURL(new Blob([JSON.stringify(file)], { type: 'application/json' }));
      try {
        const doctor = await beside(html`<dvc-procedure-lookup catalog=${url}></dvc-procedure-lookup>`);
        const text = found(doctor).find((one) => one.includes('(catalog)'));
        expect(text).to.contain('có 1 chỗ sai').and.to.contain('Mục thứ 1 (mã 1.000001) không hiện');
        expect(message(doctor)).to.contain('Record 1');
      } finally {
        URL.revokeObjectURL(url);
      }
    });

    it('finds values that an attribute cannot have, and codes that the catalogue does not have', async () => {
      const doctor = await beside(
        html`<dvc-portal catalog="/examples/commune/data/catalog.json" theme="drak">
          <dvc-level-badge level="abc" kind="x"></dvc-level-badge>
          <dvc-level-badge level="4" kind="full" scheme="vn-2022"></dvc-level-badge>
          <dvc-procedure-detail code="9.999999"></dvc-procedure-detail>
          <dvc-procedure-detail code="abc"></dvc-procedure-detail>
          <dvc-procedure-detail code="1.001193"></dvc-procedure-detail>
        </dvc-portal>`,
      );
      const text = found(doctor).join('\n');
      expect(text).to.contain('theme của dvc-portal không nhận giá trị “drak”');
      expect(text).to.contain('level của dvc-level-badge không nhận giá trị “abc”');
      expect(text).to.match(/kind của dvc-level-badge không nhận giá trị “x”\. Sửa thành một trong: .*full/u);
      expect(text).to.contain('mã “9.999999” trong danh mục').and.to.contain('mã “abc” trong danh mục');
      expect(text).not.to.match(/“(?:4|full|vn-2022|1\.001193)”/u);
    });

    it('sees what covers an element', async () => {
      const cover = document.createElement('div');
      cover.className = 'chat';
      cover.style.cssText = 'position: fixed; inset: 0; z-index: 99';
      const doctor = await beside([html`<dvc-level-badge level="4"></dvc-level-badge>`, cover]);
      expect(found(doctor).join('\n')).to.contain('dvc-level-badge bị div.chat che mất');
    });

    it('does not call hidden what is folded up, and says that it does not know', async () => {
      const doctor = await beside(
        html`<details>
          <summary>Mở</summary>
          <dvc-level-badge level="4"></dvc-level-badge>
        </details>`,
      );
      expect(found(doctor).join()).not.to.contain('dvc-level-badge');
      expect(words(root(doctor).querySelector('.unknown'))).to.contain(
        'dvc-level-badge nằm trong phần đang gập',
      );
    });

    it('sees what is missing, misspelt or without its gap', async () => {
      const doctor = await beside(
        html`<dvc-procedure-lookup
            catalogue="/data/catalog.json"
            detail-url="/chi-tiet.html"
            track-url="/theo-doi.html?ma={code}"
          ></dvc-procedure-lookup>
          <dvc-level-bagde></dvc-level-bagde>`,
      );
      const text = found(doctor).join('\n');
      expect(text).to.contain('dvc-procedure-lookup không có catalog');
      expect(text).to.contain('dvc-procedure-lookup không có thuộc tính: catalogue');
      expect(text).to.contain('detail-url của dvc-procedure-lookup thiếu {code}');
      expect(text).to.contain('track-url của dvc-procedure-lookup để mã hồ sơ trước dấu #');
      expect(text).to.contain('Thẻ dvc-level-bagde chưa chạy');
    });

    for (const [why, address, reason] of [
      ['is not there', '/no-such/catalog.json?ma=bi-mat', 'Không có tệp ở'],
      ['is a web page', '/examples/csp/index.html', 'trả về một trang web'],
      ['is no JSON', '/README.md', 'không phải JSON'],
      ['cannot be reached', 'http://127.0.0.1:9/catalog.json', 'Không tới được'],
    ] as const)
      it(`asks for the catalogue as an element would, and hears that it ${why}`, async () => {
        const doctor = await beside(html`<dvc-procedure-lookup catalog=${address}></dvc-procedure-lookup>`);
        const text = found(doctor).find((one) => one.includes('(catalog'));
        expect(text).to.contain(reason);
        expect(message(doctor)).to.contain(reason).and.not.to.contain('bi-mat');
      });

    it('looks again when it is asked to, and finds what was mended', async () => {
      const trap = document.createElement('div');
      trap.style.display = 'none';
      trap.append(Object.assign(document.createElement('dvc-level-badge'), { level: '4' }));
      const doctor = await beside(trap);
      expect(found(doctor).join()).to.contain('dvc-level-badge');
      trap.style.display = '';
      button(doctor, 'Kiểm tra lại').click();
      await doctor.updateComplete;
      expect(words(root(doctor).querySelector('[role=status]'))).to.contain('Đang kiểm tra');
      await waitUntil(() => isDone(doctor), 'a report');
      expect(found(doctor).join()).not.to.contain('dvc-level-badge');
    });

    it('says that nothing can be kept where the browser keeps nothing', async () => {
      const open = Object.getOwnPropertyDescriptor(IDBFactory.prototype, 'open')!;
      Object.defineProperty(IDBFactory.prototype, 'open', {
        ...open,
        value: () => {
          throw new DOMException('no', 'SecurityError');
        },
      });
      try {
        const doctor = await beside(html`<dvc-level-badge level="4"></dvc-level-badge>`);
        expect(found(doctor).join()).to.contain('không cho lưu');
      } finally {
        Object.defineProperty(IDBFactory.prototype, 'open', open);
      }
    });
  });
});
