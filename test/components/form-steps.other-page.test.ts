import { expect } from '@open-wc/testing';
import {
  aReceivingSystem,
  emptyBrowser,
  goTo,
  openSteps,
  press,
  received,
  stepOf,
  textOf,
  until,
  type Opening,
} from '../support/harness/form-steps.js';

/* A draft belongs to a procedure, and two pages of one site may lead it to different places. */

const PAGES: readonly (readonly [what: string, opening: Opening])[] = [
  ['that leads to the national portal', { destination: 'hand-off', gateway: undefined }],
  ['whose receiving system lost its address', { gateway: '' }],
];

for (const [what, opening] of PAGES)
  describe(`<dvc-form-steps> on another page of the site, ${what}`, () => {
    beforeEach(emptyBrowser);

    /** Sent from a page that names a receiving system, which nobody heard of since. */
    async function unheard() {
      const system = aReceivingSystem();
      system.line = async (request, go) => {
        if (request.method === 'PUT') await go(request);
        throw new TypeError('cut off');
      };
      const first = await openSteps({ network: system.network });
      await goTo(first, 'Gửi');
      await until(() => textOf(first, '.state').includes('Chưa biết hồ sơ đã tới'), 'it is not known');
      first.remove();
      return system;
    }

    it('shows the receipt of what was filed before', async () => {
      const { network } = aReceivingSystem();
      const first = await openSteps({ network });
      await goTo(first, 'Giấy biên nhận');
      await received(first);
      first.remove();
      const again = await openSteps({ network, ...opening });
      await until(() => stepOf(again) === 'Giấy biên nhận', 'it is in view');
      expect(textOf(again)).to.contain('Đã nộp');
    });

    it('asks what became of it where it was sent, and shows that receipt', async () => {
      const system = await unheard();
      system.line = (request, go) => go(request);
      const again = await openSteps({ network: system.network, ...opening });
      await received(again);
      expect(stepOf(again)).to.equal('Giấy biên nhận');
    });

    it('never deletes it as if nothing had been sent', async () => {
      const system = await unheard();
      const again = await openSteps({ network: system.network, ...opening });
      await until(() => textOf(again, '.state').includes('Chưa biết hồ sơ đã tới'), 'it says so');
      await press(again, 'Xóa bản nháp');
      await press(again, 'Xóa hết');
      await until(() => textOf(again, '.ask').includes('chưa biết'), 'it says why not');
      expect(system.asked.some(({ method }) => method === 'DELETE')).to.equal(true);
    });
  });
