import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import {
  canonicalJson,
  contentOf,
  countAnswers,
  receiptFaults,
  type Receipt,
  type Submission,
} from '../../src/forms/submission.js';
import { vietQr } from '../../src/forms/viet-qr.js';

const sent: Submission = {
  contract: 1,
  procedure: '1.001193',
  form: { id: 'khai-sinh', version: '1' },
  answers: { child: { name: 'Lê Văn Mẫu', birth: '2026-03-05' }, copies: 2 },
  files: [{ id: '00000000-0000-4000-8000-000000000001', name: 'a.pdf', size: 3, sha256: 'a'.repeat(64) }],
};
const id = '00000000-0000-4000-8000-000000000000';
const content = 'b'.repeat(64);
const receipt: Receipt = {
  contract: 1,
  submission: id,
  dossier: 'H00.00-261123-0001',
  receivedAt: '2026-11-23T05:00:00Z',
  office: 'Xã Mẫu',
  procedure: '1.001193',
  answers: 3,
  content,
  files: sent.files,
  secret: 'ABCDEFGHJK',
  sample: true,
};

describe('canonicalJson', () => {
  it('is one text for one content, in any order of members and any composition of letters', () => {
    expect(canonicalJson({ b: [1, { d: 'ế', c: null }], a: undefined })).to.equal(
      canonicalJson(JSON.parse('{"b":[1,{"c":null,"d":"e\u0302\u0301"}]}')),
    );
  });

  it('is JSON of the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ noUnicodeString: false }), (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).to.equal(text);
      }),
    );
  });

  it('is not led astray by a page that changes how arrays become JSON', () => {
    const clean = canonicalJson(['a', 'b']);
    const members = Array.prototype as unknown as { toJSON?: () => string };
    members.toJSON = () => 'changed';
    try {
      expect(canonicalJson(['a', 'b'])).to.equal(clean);
    } finally {
      delete members.toJSON;
    }
  });

  it('differs where anything that an office decides by differs', () => {
    const changes: Partial<Submission>[] = [
      { procedure: '1.000001' },
      { answers: { ...sent.answers, copies: 3 } },
      { files: [] },
      { delivery: { way: 'desk' } },
      { helper: { name: 'A', role: 'B', consent: true, procedures: ['1.001193'] } },
    ];
    for (const change of changes) expect(contentOf({ ...sent, ...change })).not.to.equal(contentOf(sent));
  });
});

describe('countAnswers', () => {
  it('counts each part of a person and each field of each entry', () => {
    expect(
      countAnswers({
        a: 'x',
        empty: '',
        none: undefined,
        no: false,
        person: { name: 'A', birth: '', number: '1' },
        people: [{ name: 'B', age: 3 }, { name: 'C' }],
        chosen: ['one', 'two'],
      }),
    ).to.equal(8);
  });
});

describe('receiptFaults', () => {
  it('is empty where the other side holds all that was sent', () => {
    expect(receiptFaults(receipt, sent, { id, content })).to.deep.equal([]);
  });

  const short: readonly [string, Partial<Receipt>, string][] = [
    ['an answer is missing', { answers: 2 }, 'answers'],
    ['an answer was changed', { content: 'c'.repeat(64) }, 'content'],
    ['a file is missing', { files: [] }, 'files'],
    ['a file was cut', { files: [{ ...sent.files[0]!, size: 2 }] }, 'files'],
    ['a file was changed', { files: [{ ...sent.files[0]!, sha256: 'd'.repeat(64) }] }, 'files'],
    ['it is for something else', { submission: '1' }, 'submission'],
    ['it is another procedure', { procedure: '2' }, 'procedure'],
  ];
  for (const [what, change, fault] of short) {
    it(`tells that ${what}`, () => {
      expect(receiptFaults({ ...receipt, ...change }, sent, { id, content })).to.deep.equal([fault]);
    });
  }
});

describe('vietQr', () => {
  it('gives the code that another library publishes as its sample', () => {
    expect(vietQr({ bank: '970416', account: '257678859', amount: 1000, purpose: 'Chuyển tiền' })).to.equal(
      '00020101021238530010A0000007270123000697041601092576788590208QRIBFTTA5303704540410005802VN62150811Chuyen tien6304BBB8',
    );
  });

  it('keeps of the purpose what every bank passes on', () => {
    const text = vietQr({ bank: '970416', account: '1', amount: 1, purpose: '  Lệ phí “Đơn” số 1/2!  ' });
    expect(text).to.include('0818Le phi Don so 1 2'.replace('18', '17'));
  });
});
