import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { checkDelivery, finishedDelivery, NO_DELIVERY } from '../../src/forms/delivery-draft.js';
import { checkHelper, NO_HELPER } from '../../src/forms/helper-draft.js';

const TODAY = '2026-11-24';
const check = (delivery: Partial<typeof NO_DELIVERY>) => {
  const { errors, warnings } = checkDelivery({ ...NO_DELIVERY, ...delivery }, TODAY);
  const told = (problems: typeof errors) => problems.map(({ path, code }) => `${path} ${code}`);
  return [told(errors), told(warnings)];
};

describe('a delivery', () => {
  const post = { way: 'post', name: 'Lê Văn Mẫu', phone: '0912345678', address: 'Thôn Mẫu' };
  const other = { way: 'other-person', name: 'Lê Văn Mẫu', number: '000190000001' };
  for (const [what, delivery, errors, warnings] of [
    ['no way', {}, ['.delivery.way required'], []],
    ['an unknown way', { way: 'pigeon' }, ['.delivery.way required'], []],
    ['a way that asks for nothing', { way: 'desk', phone: 'x' }, [], []],
    ['everything', post, [], []],
    ['no address', { ...post, address: ' ' }, ['.delivery.address required'], []],
    ['a telephone number that is none', { ...post, phone: '12' }, ['.delivery.phone phone-form'], []],
    ['one of abroad', { ...post, phone: '+1 202 555 0100' }, [], ['.delivery.phone phone-foreign']],
    ['a name without letters', { ...post, name: '12' }, ['.delivery.name name-empty'], []],
    ['a citizen number', other, [], ['.delivery.number citizen-number-place']],
    ['one too short', { ...other, number: '0001' }, ['.delivery.number citizen-number-length'], []],
    ['an old one', { ...other, number: '123456789' }, ['.delivery.number citizen-number-old'], []],
  ] as const)
    it(`with ${what} is told by the rules of the fields of a form`, () => {
      expect(check(delivery)).to.deep.equal([errors, warnings]);
    });

  it('is sent in one spelling, with what its way needs and no more', () => {
    expect(
      finishedDelivery({ ...NO_DELIVERY, ...post, phone: ' +84 912 345 678', number: '1' }, TODAY),
    ).to.deep.equal(post);
    expect(finishedDelivery({ ...NO_DELIVERY, way: 'online', name: 'A' }, TODAY)).to.deep.equal({
      way: 'online',
    });
    expect(finishedDelivery({ ...NO_DELIVERY, ...post, phone: '' }, TODAY)).to.equal(undefined);
  });

  it('that is finished is taken by whoever checks it again', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom('0912345678', '000190000001', 'Mẫu'),
    );
    const draft = fc.record({
      way: fc.constantFrom('', 'online', 'post', 'desk', 'other-person'),
      name: text,
      phone: text,
      address: text,
      number: text,
    });
    fc.assert(
      fc.property(draft, (typed) => {
        const sent = finishedDelivery(typed, TODAY);
        if (!sent) return;
        expect(finishedDelivery({ ...NO_DELIVERY, ...sent }, TODAY)).to.deep.equal(sent);
      }),
    );
  });
});

describe('a helper', () => {
  it('is somebody with a name and a role, to whom the citizen agreed', () => {
    const paths = (helper: Partial<typeof NO_HELPER>) =>
      checkHelper({ ...NO_HELPER, ...helper }).errors.map(({ path }) => path);
    expect(paths({})).to.deep.equal(['.helper.name', '.helper.role', '.helper.consent']);
    expect(paths({ name: 'Phạm Văn Giúp', role: 'con', consent: true })).to.deep.equal([]);
    expect(paths({ name: '1', role: 'con', consent: true })).to.deep.equal(['.helper.name']);
  });
});
