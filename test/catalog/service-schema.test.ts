import { expect } from 'chai';
import { serviceSchema } from '../../src/catalog/service-schema.js';
import { aProcedure, type ProcedureRecord } from '../support/builders.js';

const NAMES = { counter: 'Nộp trực tiếp', online: 'Nộp trên mạng', post: 'Gửi bưu điện' };

function written(members: Partial<ProcedureRecord>): Record<string, unknown> {
  const procedure = aProcedure({ name: 'Đăng ký khai sinh', ...members });
  const data = serviceSchema(procedure, { place: 'Xã Mẫu' }, 'https://xa.vn/?ma=1.001193', NAMES);
  return JSON.parse(JSON.stringify(data)) as Record<string, unknown>;
}

describe('schema.org data of a procedure', () => {
  it('holds what the record says', () => {
    expect(
      written({
        competentAgency: 'UBND xã',
        results: ['Giấy khai sinh'],
        fees: [{ kind: 'known', amount: 8000, published: 'mỗi bản' }],
        filing: [{ channel: 'online' }],
        applyUrl: 'https://nop.vn',
      }),
    ).to.eql({
      '@context': 'https://schema.org',
      '@type': 'GovernmentService',
      name: 'Đăng ký khai sinh',
      identifier: '1.001193',
      url: 'https://xa.vn/?ma=1.001193',
      areaServed: 'Xã Mẫu',
      provider: { '@type': 'GovernmentOrganization', name: 'UBND xã' },
      availableChannel: [{ '@type': 'ServiceChannel', name: 'Nộp trên mạng', serviceUrl: 'https://nop.vn' }],
      offers: [{ '@type': 'Offer', price: 8000, priceCurrency: 'VND', description: 'mỗi bản' }],
      serviceOutput: [{ '@type': 'Thing', name: 'Giấy khai sinh' }],
    });
  });

  it('says nothing of a fee that nobody knows, and 0 only of one that is free', () => {
    expect(written({ fees: [{ kind: 'unknown' }, { kind: 'by-province' }] })).to.not.have.property('offers');
    expect(written({ fees: [{ kind: 'free' }] }).offers).to.eql([
      { '@type': 'Offer', price: 0, priceCurrency: 'VND' },
    ]);
  });
});
