import { expect } from 'chai';
import { nextStep } from '../../src/catalog/next-step.js';
import { ABILITIES, type Ability } from '../../src/levels/level-scheme.js';

const situation = {
  usable: true,
  abilities: [...ABILITIES] as readonly Ability[] | undefined,
  applyAddress: 'https://a.vn' as string | undefined,
  sourceAddress: 'https://s.vn' as string | undefined,
};

describe('next step', () => {
  it('is to apply where the level allows it', () => {
    expect(nextStep(situation)).to.eql({ kind: 'apply', address: 'https://a.vn', sure: true });
  });

  it('is to apply, without promise, where nobody announced a level', () => {
    expect(nextStep({ ...situation, abilities: undefined })).to.eql({
      kind: 'apply',
      address: 'https://a.vn',
      sure: false,
    });
  });

  it('is not to apply where the level rules it out, or the procedure is over', () => {
    expect(nextStep({ ...situation, abilities: ['read'] })).to.eql({
      kind: 'source',
      address: 'https://s.vn',
      offline: true,
    });
    expect(nextStep({ ...situation, usable: false }).kind).to.equal('source');
  });

  it('is the desk where there is no address at all', () => {
    expect(nextStep({ ...situation, applyAddress: undefined, sourceAddress: undefined })).to.eql({
      kind: 'desk',
    });
  });
});
