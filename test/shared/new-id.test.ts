import { expect } from 'chai';
import { newId } from '../../src/shared/new-id.js';

describe('a new id', () => {
  it('is a random UUID, and another one each time', () => {
    const ids = Array.from({ length: 500 }, newId);
    for (const id of ids)
      expect(id).to.match(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u);
    expect(new Set(ids).size).to.equal(ids.length);
  });

  it('needs no secure page', () => {
    const own = Object.getOwnPropertyDescriptor(Crypto.prototype, 'randomUUID')!;
    Reflect.deleteProperty(Crypto.prototype, 'randomUUID');
    try {
      expect(newId()).to.have.length(36);
    } finally {
      Object.defineProperty(Crypto.prototype, 'randomUUID', own);
    }
  });
});
