import { expect } from '@open-wc/testing';
import { applicantOf, knownPersons } from '../../src/forms/applicant.js';
import { parseForm } from '../../src/forms/parse-form.js';

const person = (name: string) => ({ name, kind: 'person', label: { vi: name }, parts: ['name', 'number'] });
const phone = (name: string) => ({ name, kind: 'phone', label: { vi: name } });
const { form } = parseForm({
  formatVersion: 1,
  id: 'mau',
  version: '1',
  title: { vi: 'Mẫu' },
  procedures: ['1.001193'],
  source: { name: 'Mẫu' },
  steps: [
    {
      name: 'all',
      title: { vi: 'Mẫu' },
      groups: [
        { name: 'agents', repeat: { entry: { vi: 'Mẫu' } }, fields: [person('agent')] },
        { name: 'one', fields: [person('requester'), phone('phone')] },
        { name: 'two', fields: [person('child'), phone('other')] },
      ],
    },
  ],
});

describe('applicantOf()', () => {
  it('takes the first person and telephone that the form asks for, and nobody of a repeated group', () => {
    const answers = {
      agents: [{ agent: { name: 'Một', number: '000100000001' } }],
      requester: { name: 'Hai', number: '000100000002' },
      phone: '0900000002',
      child: { name: 'Ba', number: '000100000003' },
      other: '0900000003',
    };
    expect(applicantOf(form!, answers)).to.deep.equal({
      name: 'Hai',
      citizenNumber: '000100000002',
      phone: '0900000002',
    });
  });

  it('knows nothing that was not answered', () => {
    expect(applicantOf(form!, {})).to.deep.equal({
      name: undefined,
      citizenNumber: undefined,
      phone: undefined,
    });
  });
});

describe('knownPersons()', () => {
  it('are those with a name; only the first has the telephone number of who applies', () => {
    const answers = {
      requester: { name: 'Hai', number: '000100000002' },
      phone: '0900000002',
      child: { name: 'Ba' },
    };
    expect(knownPersons(form!, answers)).to.deep.equal([
      { label: { vi: 'requester' }, name: 'Hai', number: '000100000002', phone: '0900000002', address: '' },
      { label: { vi: 'child' }, name: 'Ba', number: '', phone: '', address: '' },
    ]);
    expect(knownPersons(form!, { child: { name: 'Ba' }, phone: '0900000002' })).to.deep.equal([
      { label: { vi: 'child' }, name: 'Ba', number: '', phone: '', address: '' },
    ]);
    expect(knownPersons(form!, {})).to.deep.equal([]);
  });
});
