import { expect } from '@open-wc/testing';
import { createStore, del, keys, set } from 'idb-keyval';
import { readCopy, readStoredCopy, writeStoredCopy } from '../../src/ui/stored-copies.js';

const place = createStore('dvc-widgets-catalogs', 'copies');
const MEGABYTES = 3_000_001;

/** Bytes that come in pieces of any length, as from a network. */
function aFile(length: number, seed = 1): Uint8Array<ArrayBuffer>[] {
  const whole = Uint8Array.from({ length }, (_, at) => (at * 31 + seed) % 251);
  return [whole.slice(0, 10), whole.slice(10, 100_000), whole.slice(100_000)];
}

const bytesOf = async (file: readonly Uint8Array<ArrayBuffer>[] | undefined): Promise<Uint8Array> =>
  new Uint8Array(await new Blob([...(file ?? [])]).arrayBuffer());

const isSame = (one: Uint8Array, other: Uint8Array): boolean => indexedDB.cmp(one, other) === 0;

let count = 0;
const anAddress = (): string => `https://xa.example/copy-${String((count += 1))}-${String(Date.now())}.json`;

describe('stored-copies', () => {
  it('gives back every byte of a file of megabytes', async () => {
    const address = anAddress();
    const file = aFile(MEGABYTES);
    await writeStoredCopy(address, file);
    const copy = await readStoredCopy(address);
    expect(isSame(await bytesOf(copy?.file), await bytesOf(file))).to.equal(true);
  });

  it('copies no more than a small piece at once, so that no key press waits for it', async () => {
    const address = anAddress();
    await writeStoredCopy(address, aFile(MEGABYTES));
    const copy = await readStoredCopy(address);
    const longest = Math.max(...(copy?.file ?? []).map(({ byteLength }) => byteLength));
    expect(longest).to.be.within(1, 64_000);
  });

  it('keeps nothing of a longer copy from before', async () => {
    const address = anAddress();
    await writeStoredCopy(address, aFile(MEGABYTES));
    await writeStoredCopy(address, aFile(5));
    expect((await bytesOf((await readStoredCopy(address))?.file)).byteLength).to.equal(5);
    const left = (await keys(place)).filter((key) => Array.isArray(key) && key[0] === address);
    expect(left).to.deep.equal([[address, 0]]);
  });

  it('leaves the copies of other files alone', async () => {
    const [one, other] = [anAddress(), anAddress()];
    await writeStoredCopy(one, aFile(200_000));
    await writeStoredCopy(other, aFile(3));
    await writeStoredCopy(other, aFile(4));
    expect((await bytesOf((await readStoredCopy(one))?.file)).byteLength).to.equal(200_000);
  });

  it('has no copy where a piece is lost, or where something else lies there', async () => {
    const address = anAddress();
    await writeStoredCopy(address, aFile(200_000));
    const pieces = (await keys(place)).filter((key) => Array.isArray(key) && key[0] === address);
    await del(pieces.at(-1)!, place);
    expect(await readStoredCopy(address)).to.equal(undefined);
    await set(address, 'of another script', place);
    expect(await readStoredCopy(address)).to.equal(undefined);
  });

  it('reads the text as it was, also where a letter lies across two pieces', async () => {
    const address = anAddress();
    const text = 'thủ tục '.repeat(40_000);
    await writeStoredCopy(address, [new TextEncoder().encode(text)]);
    const copy = await readCopy(address, (chunks) =>
      Promise.resolve({ value: [...(chunks as Iterable<string>)].join(''), isWhole: true }),
    );
    expect(copy?.file.value === text).to.equal(true);
  });

  it('tells whether what came since is the same file, however it was cut', async () => {
    const address = anAddress();
    await writeStoredCopy(address, aFile(200_000));
    const copy = await readCopy(address, () => Promise.resolve({ value: 1, isWhole: true }));
    expect(await copy?.isSame([await bytesOf(aFile(200_000))].map((bytes) => bytes.slice()))).to.equal(true);
    expect(await copy?.isSame(aFile(200_000, 2))).to.equal(false);
    expect(await copy?.isSame(aFile(199_999))).to.equal(false);
  });
});
