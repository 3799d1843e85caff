import { expect } from 'chai';
import fc from 'fast-check';
import { readCitizenCard } from '../../src/forms/citizen-card.js';

// An invented person: 000 is no place of registration.
const CARD = '000190000001|200000001|Nguyễn Thị Mẫu|05031990|Nữ|Thôn Mẫu, Xã Mẫu|01022021';
const MAU = {
  number: '000190000001',
  name: 'Nguyễn Thị Mẫu',
  birth: '1990-03-05',
  sex: 'female',
  address: 'Thôn Mẫu, Xã Mẫu',
  issuedOn: '2021-02-01',
};

describe('the QR code of a citizen card', () => {
  it('gives what it says', () =>
    expect(readCitizenCard(CARD)).to.deep.equal({ ...MAU, oldNumber: '200000001', rest: [] }));

  it('may hold no old number', () =>
    expect(readCitizenCard(CARD.replace('200000001', ''))).to.deep.equal({ ...MAU, rest: [] }));

  it('may come without the place of the old number', () =>
    expect(readCitizenCard(CARD.replace('200000001|', ''))).to.deep.equal({ ...MAU, rest: [] }));

  it('keeps the fields of newer cards as they came', () =>
    expect(readCitizenCard(`${CARD}|Cha Mẫu|Mẹ Mẫu`)?.rest).to.deep.equal(['Cha Mẫu', 'Mẹ Mẫu']));

  for (const birth of ['1950', '00001950'])
    it(`gives the year of birth where it knows no more: ${birth}`, () =>
      expect(readCitizenCard(CARD.replace('05031990', birth))?.birth).to.equal('1950'));

  it('leaves out a day that is none', () =>
    expect(readCitizenCard(CARD.replace('05031990', '31021990'))).not.to.have.property('birth'));

  for (const other of ['', 'https://example.com', '200000001|Nguyễn', '00019000000a|x'])
    it(`is not “${other}”`, () => expect(readCitizenCard(other)).to.equal(undefined));

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (rest) => readCitizenCard(`000190000001|${rest}`) !== undefined));
  });
});
