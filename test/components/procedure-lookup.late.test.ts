import { expect } from '@open-wc/testing';
import { LateCode } from '../../components/procedure-lookup/late-code.js';
import { until } from '../support/fake-timers.js';

/** Code that does not come while the line is broken, and who asked for it. */
function brokenPart() {
  const line = { asked: 0, isBroken: true, drawn: 0 };
  const host = {
    addController: () => undefined,
    removeController: () => undefined,
    requestUpdate: () => (line.drawn += 1),
    updateComplete: Promise.resolve(true),
  };
  const late = new LateCode(host);
  const part = () => {
    line.asked += 1;
    return line.isBroken ? Promise.reject(new TypeError('Failed to fetch')) : Promise.resolve();
  };
  return { line, late, part };
}

const words = { t: (key: string) => key };
const lineIsBack = () => window.dispatchEvent(new Event('online'));

describe('late code of the lookup', () => {
  it('is fetched again by itself once the network is back', async () => {
    const { line, late, part } = brokenPart();
    await late.need(part);
    expect(late.render(words)).not.to.equal(undefined);
    line.isBroken = false;
    lineIsBack();
    await until(() => late.render(words) === undefined && line.drawn === 2, 'the code');
    lineIsBack();
    expect(line.asked).to.equal(2);
  });

  it('is not fetched again by itself where somebody has pressed for it meanwhile', async () => {
    const { line, late, part } = brokenPart();
    await late.need(part);
    line.isBroken = false;
    await late.need(part);
    lineIsBack();
    expect(line.asked).to.equal(2);
  });
});
