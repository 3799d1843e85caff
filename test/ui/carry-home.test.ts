import { expect } from 'chai';
import words from '../../src/ui/carry-words.json' with { type: 'json' };
import { newPhrase, openSealed, sealDraft } from '../../src/ui/carry-home.js';
import { aDraft, aReceipt, aSending } from '../support/application.js';

const PHRASE = 'cá tre lúa mưa đường núi';
const draft = aDraft({
  form: { id: 'mau', version: '1' },
  answers: { who: { name: 'Nguyễn Thị Hồng 👩‍👩‍👧', birth: '2001' }, many: [{ a: 1 }, {}], no: false },
  delivery: { way: 'post', name: 'A', phone: '0900000000', address: 'Thôn Mẫu' },
});
const helper = { name: 'A', role: 'B', consent: true };

/** Half a second for each phrase is right for people, and too long for five hundred tries. */
function withFewTurns(): () => void {
  const { deriveKey } = SubtleCrypto.prototype;
  SubtleCrypto.prototype.deriveKey = function (
    this: SubtleCrypto,
    algorithm: Pbkdf2Params,
    ...rest: [CryptoKey, AesKeyGenParams, boolean, readonly KeyUsage[]]
  ) {
    return deriveKey.call(this, { ...algorithm, iterations: 1 }, ...rest);
  } as typeof deriveKey;
  return () => (SubtleCrypto.prototype.deriveKey = deriveKey);
}

describe('a draft that is carried home', () => {
  it('is opened by its phrase, as it was', async () => {
    const phrase = newPhrase();
    const file = await sealDraft(draft, phrase);
    expect(await openSealed(file.buffer, phrase)).to.deep.equal(draft);
    expect(await openSealed(file.buffer, newPhrase())).to.equal(undefined);
  });

  it('is worth six hundred thousand turns to whoever guesses', async () => {
    const { deriveKey } = SubtleCrypto.prototype;
    const turns: number[] = [];
    SubtleCrypto.prototype.deriveKey = function (this: SubtleCrypto, ...given: Parameters<typeof deriveKey>) {
      turns.push((given[0] as Pbkdf2Params).iterations);
      return deriveKey.call(this, ...given);
    } as typeof deriveKey;
    try {
      await openSealed((await sealDraft(draft, PHRASE)).buffer, PHRASE);
    } finally {
      SubtleCrypto.prototype.deriveKey = deriveKey;
    }
    expect(turns).to.deep.equal([600_000, 600_000]);
  });

  describe('in a hurry', () => {
    let restore: () => void;
    before(() => (restore = withFewTurns()));
    after(() => restore());

    const spellings: readonly [string, string][] = [
      ['with capital letters', PHRASE.toUpperCase()],
      ['with more spaces', `  ${PHRASE.replaceAll(' ', '   ')} `],
      ['with spaces of a word processor', PHRASE.replaceAll(' ', '\u00a0')],
      ['in two lines', PHRASE.replace('lúa ', 'lúa\r\n')],
      ['with letters taken apart', PHRASE.normalize('NFD')],
      ['with all of these', ` ${PHRASE.normalize('NFD').toUpperCase().replaceAll(' ', '\t\u00a0')}\n`],
    ];
    for (const [how, typed] of spellings) {
      it(`is opened by its phrase typed ${how}`, async () => {
        expect(await openSealed((await sealDraft(draft, PHRASE)).buffer, typed)).to.deep.equal(draft);
        expect(await openSealed((await sealDraft(draft, typed)).buffer, PHRASE)).to.deep.equal(draft);
      });
    }

    const wrong = [
      '',
      ' ',
      PHRASE.slice(0, -1),
      `${PHRASE} núi`,
      PHRASE.split(' ').reverse().join(' '),
      PHRASE.replace('á', 'a'),
      PHRASE.replaceAll(' ', ''),
    ];
    for (const typed of wrong)
      it(`is not opened by “${typed}”`, async () =>
        expect(await openSealed((await sealDraft(draft, PHRASE)).buffer, typed)).to.equal(undefined));

    it('is not opened where any byte of its file was changed, or some are missing', async () => {
      const file = await sealDraft(aDraft({ answers: {} }), PHRASE);
      expect(await openSealed(file.buffer, PHRASE)).to.be.an('object');
      for (let at = 0; at < file.length; at += 1) {
        const changed = file.slice();
        changed[at]! ^= 1 << (at % 8);
        expect(await openSealed(changed.buffer, PHRASE), String(at)).to.equal(undefined);
        expect(await openSealed(file.slice(0, at).buffer, PHRASE), String(at)).to.equal(undefined);
      }
      expect(await openSealed(Uint8Array.of(...file, 0).buffer, PHRASE)).to.equal(undefined);
    });

    it('shows nothing of itself in its file, and is another file each time', async () => {
      const [one, other] = [await sealDraft(draft, PHRASE), await sealDraft(draft, PHRASE)];
      const text = new TextDecoder('latin1').decode(one);
      for (const part of ['1.001193', 'Nguy', '0900000000', 'answers', PHRASE.slice(0, 4)])
        expect(text).not.to.include(part);
      expect(one.slice(11)).not.to.deep.equal(other.slice(11));
    });

    it('leaves its papers, its helper, what was sent and what it was answered on this computer', async () => {
      const file = { id: crypto.randomUUID(), name: 'giấy.pdf', size: 1, sha256: 'a'.repeat(64) };
      const sent = {
        ...draft,
        helper,
        files: [file],
        sending: { ...aSending(), receipt: aReceipt() },
        portalDossier: 'G01',
      };
      expect(await openSealed((await sealDraft(sent, PHRASE)).buffer, PHRASE)).to.deep.equal(draft);
    });

    /** A file as somebody else could have made it, who tells their phrase. */
    async function forged(content: unknown): Promise<ArrayBuffer> {
      const { encrypt } = SubtleCrypto.prototype;
      SubtleCrypto.prototype.encrypt = function (this: SubtleCrypto, algorithm, key) {
        return encrypt.call(this, algorithm, key, new TextEncoder().encode(JSON.stringify(content)));
      };
      try {
        return (await sealDraft(draft, PHRASE)).buffer;
      } finally {
        SubtleCrypto.prototype.encrypt = encrypt;
      }
    }

    it('brings no receipt, no address to send to and nobody who helped, whoever made the file', async () => {
      const made = {
        ...draft,
        helper,
        files: [{ id: 'x' }],
        sending: { ...aSending({ to: 'https://evil.example' }), receipt: aReceipt() },
        more: 1,
      };
      expect(await openSealed(await forged(made), PHRASE)).to.deep.equal(draft);
    });

    it('is not opened where it is of a later version, or no draft', async () => {
      for (const content of [{ ...draft, schema: 2 }, {}, [], null, 'text', 1])
        expect(await openSealed(await forged(content), PHRASE)).to.equal(undefined);
    });

    it('is carried as it is where a script of the page changes how lists become JSON', async () => {
      const members = Array.prototype as unknown as { toJSON?: () => string };
      let sealing: Promise<Uint8Array<ArrayBuffer>>;
      members.toJSON = () => 'changed';
      try {
        sealing = sealDraft(draft, PHRASE);
      } finally {
        delete members.toJSON;
      }
      expect(await openSealed((await sealing).buffer, PHRASE)).to.deep.equal(draft);
    });
  });

  it('has a phrase of six of 256 words that nobody mistakes for each other', () => {
    expect(words.length).to.equal(256);
    expect(new Set(words.map((word) => word.normalize('NFC').toLowerCase())).size).to.equal(256);
    for (const word of words) expect(word).to.match(/^\p{Ll}+$/u);
    const phrases = Array.from({ length: 50 }, newPhrase);
    for (const phrase of phrases) {
      const parts = phrase.split(' ');
      expect(parts.length).to.equal(6);
      for (const part of parts) expect(words).to.include(part);
    }
    expect(new Set(phrases).size).to.equal(50);
  });
});
