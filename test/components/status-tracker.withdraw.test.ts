import { expect, fixture } from '@open-wc/testing';
import '../../components/status-tracker/status-tracker.js';
import type { StatusTracker } from '../../components/status-tracker/status-tracker.js';
import { aTracker, askFor, buttonOf, pressOn, rootOf, says, textIn } from '../support/drive-tracker.js';
import { until } from '../support/fake-timers.js';
import { emptyBrowser, raw } from '../support/storage.js';
import { aTrackedDossier, ofBefore, type TrackedSystem } from '../support/tracked.js';

/* A withdrawal of which nobody knows whether it arrived, and that nobody may want any more. */

const cut = () => Promise.reject(new TypeError('no network'));
const stillAtIt = () =>
  new Response('{"code":"in-progress","retryable":true}', { status: 409, headers: { 'dvc-contract': '1' } });
const actsOf = ({ asked }: TrackedSystem) => asked.filter(({ path }) => path.endsWith('/acts'));
const keptAre = (count: number) =>
  until(async () => (await raw.names('acts')).length === count, `${String(count)} acts kept`);

async function shown(system: TrackedSystem): Promise<StatusTracker> {
  const element = await fixture<StatusTracker>(aTracker(system));
  await askFor(element, system);
  return element;
}

/** Withdraws on a line that is cut before the office hears of it, or after. */
async function withdrawn(
  system: TrackedSystem,
  isHeard: boolean,
): Promise<readonly [StatusTracker, () => void]> {
  const element = await shown(system);
  const { line } = system;
  system.line = async (request, go) => {
    if (!request.url.endsWith('/acts')) return line(request, go);
    if (isHeard) await go(request);
    return cut();
  };
  await pressOn(element, 'Rút hồ sơ');
  await until(() => rootOf(element).querySelector('.danger') !== null, 'the question');
  rootOf(element).querySelector<HTMLElement>('#panel .danger')!.click();
  await says(element, 'Chưa biết đã tới hay chưa');
  return [element, () => (system.line = line)];
}

const hasPanel = (element: StatusTracker) => rootOf(element).querySelector('#panel') !== null;
const opener = (element: StatusTracker) =>
  [...rootOf(element).querySelectorAll<HTMLElement>('[part="more"] > .actions button')].find(
    ({ textContent }) => textContent.trim() === 'Rút hồ sơ',
  );

describe('dvc-status-tracker, of a withdrawal that may not have arrived', () => {
  beforeEach(emptyBrowser);

  it('is dropped by “Không rút” once the office says that it did not come, and never comes back', async () => {
    const system = await aTrackedDossier();
    const [element, mend] = await withdrawn(system, false);
    const sent = actsOf(system).length;
    mend();
    await pressOn(element, 'Không rút');
    await until(() => !hasPanel(element), 'no panel');
    await until(() => rootOf(element).activeElement === opener(element), 'the focus on what opened it');
    await keptAre(0);
    await says(element, 'Đã bỏ việc rút. Hồ sơ vẫn được giữ.');
    element.remove();
    const later = await shown(system);
    await pressOn(later, 'Rút hồ sơ');
    await says(later, 'Rút hồ sơ này?');
    expect(textIn(later)).not.to.contain('Chưa biết');
    expect(actsOf(system)).to.have.length(sent);
  });

  it('is never done once it is dropped, not even by a copy that was held up on its way', async () => {
    const system = await aTrackedDossier();
    const [element, mend] = await withdrawn(system, false);
    mend();
    const { body, url } = actsOf(system)[0]!;
    await pressOn(element, 'Không rút');
    await says(element, 'Đã bỏ việc rút. Hồ sơ vẫn được giữ.');
    const late = await system.system.fetch(url, { method: 'POST', body });
    expect(late.status).to.equal(410);
    await pressOn(element, 'Cập nhật');
    await until(() => rootOf(element).querySelector('.busy') === null, 'an answer');
    expect(textIn(element, '.stage')).not.to.contain('Đã rút');
  });

  it('is not dropped where nobody could make sure that it never arrives, and that is said', async () => {
    const system = await aTrackedDossier();
    const [element, mend] = await withdrawn(system, false);
    mend();
    const { line } = system;
    system.line = (request, go) => (request.url.endsWith('/cancel') ? cut() : line(request, go));
    await pressOn(element, 'Không rút');
    await says(element, 'Chưa hỏi được nơi tiếp nhận nên chưa bỏ được việc rút.');
    expect(textIn(element)).not.to.contain('Đã bỏ việc rút');
    await keptAre(1);
  });

  it('is told as done where it came between the look and the cancellation', async () => {
    const system = await aTrackedDossier();
    const [element, mend] = await withdrawn(system, false);
    mend();
    const { body, url } = actsOf(system)[0]!;
    const { line } = system;
    system.line = async (request, go) => {
      if (request.url.endsWith('/cancel')) await system.system.fetch(url, { method: 'POST', body });
      return line(request, go);
    };
    await pressOn(element, 'Không rút');
    await says(element, 'Nơi tiếp nhận đã ghi việc rút hồ sơ');
    await keptAre(0);
  });

  it('is only said not to have been seen by a system of before, which cannot cancel it', async () => {
    const system = await aTrackedDossier();
    ofBefore(system);
    const [element, mend] = await withdrawn(system, false);
    mend();
    await pressOn(element, 'Không rút');
    await until(() => !hasPanel(element), 'no panel');
    await until(() => textIn(element, '.note').includes('Chưa thấy việc rút tới nơi tiếp nhận.'), 'the note');
    expect(textIn(element)).not.to.contain('Đã bỏ việc rút');
    await keptAre(0);
    await expect(element).to.be.accessible();
  });

  it('says after a reload what a press does, and offers to keep the dossier', async () => {
    const system = await aTrackedDossier();
    const [element, mend] = await withdrawn(system, false);
    const sent = actsOf(system).length;
    element.remove();
    mend();
    const later = await shown(system);
    await says(later, 'Nếu chưa tới, bấm “Rút hồ sơ” là rút');
    expect(textIn(later, '#panel')).not.to.contain('Hỏi lại');
    await expect(later).to.be.accessible();
    await pressOn(later, 'Không rút');
    await until(() => !hasPanel(later), 'no panel');
    await keptAre(0);
    expect(actsOf(system)).to.have.length(sent);
    expect(textIn(later, '.stage')).not.to.contain('Đã rút');
  });

  it('is not dropped where the office cannot be asked, and that is said', async () => {
    const system = await aTrackedDossier();
    const [element, mend] = await withdrawn(system, false);
    const cutActs = system.line;
    system.line = cut;
    await pressOn(element, 'Không rút');
    await says(element, 'Chưa hỏi được nơi tiếp nhận nên chưa bỏ được việc rút.');
    expect(hasPanel(element)).to.equal(true);
    await keptAre(1);
    await expect(element).to.be.accessible();
    system.line = cutActs;
    await pressOn(element, 'Không rút');
    await until(() => !hasPanel(element), 'no panel');
    await keptAre(0);
    mend();
  });

  it('is not sent once more by “Hỏi lại” while the office is asked whether it came', async () => {
    const system = await aTrackedDossier();
    const [element, mend] = await withdrawn(system, false);
    const sent = actsOf(system).length;
    mend();
    const { line } = system;
    let answer!: () => void;
    const held = new Promise<void>((resolve) => (answer = resolve));
    system.line = async (request, go) => {
      await held;
      return line(request, go);
    };
    await pressOn(element, 'Không rút');
    await says(element, 'Đang hỏi nơi tiếp nhận');
    await pressOn(element, 'Hỏi lại');
    answer();
    await until(() => !hasPanel(element), 'no panel');
    await keptAre(0);
    expect(actsOf(system)).to.have.length(sent);
    await pressOn(element, 'Cập nhật');
    await until(() => rootOf(element).querySelector('.busy') === null, 'an answer');
    expect(textIn(element, '.stage')).not.to.contain('Đã rút');
  });

  it('is not let go of while the office says that it is at it, also after a reload and a broken line', async () => {
    const system = await aTrackedDossier();
    const [element, mend] = await withdrawn(system, false);
    mend();
    const { line } = system;
    let isCut = false;
    system.line = (request, go) => {
      if (!request.url.endsWith('/acts')) return line(request, go);
      return isCut ? cut() : Promise.resolve(stillAtIt());
    };
    const isAtIt = 'Nơi tiếp nhận đã có yêu cầu này và đang làm';
    const isKept = (one: StatusTracker) => {
      expect(textIn(one, '#panel')).not.to.contain('Chưa biết').and.not.to.contain('Không rút');
      expect(rootOf(one).querySelector('#panel .danger')).to.equal(null);
    };
    await pressOn(element, 'Hỏi lại');
    await says(element, isAtIt);
    isKept(element);
    await expect(element).to.be.accessible();
    isCut = true;
    const sent = actsOf(system).length;
    await pressOn(element, 'Hỏi lại');
    // It is asked a second time by itself.
    await until(() => actsOf(system).length === sent + 2, 'that it was asked about');
    await says(element, isAtIt);
    isKept(element);
    element.remove();
    const later = await shown(system);
    await says(later, isAtIt);
    isKept(later);
    system.line = line;
    await pressOn(later, 'Hỏi lại');
    await says(later, 'Nơi tiếp nhận đã ghi việc rút hồ sơ');
    await keptAre(0);
    const ids = actsOf(system).map(({ body }) => (JSON.parse(body) as { act: { id: string } }).act.id);
    expect(new Set(ids).size).to.equal(1);
  });

  it('is told as done to who wants it no more, where it had arrived', async () => {
    const system = await aTrackedDossier();
    const [element, mend] = await withdrawn(system, true);
    mend();
    const sent = actsOf(system).length;
    await pressOn(element, 'Không rút');
    await says(element, 'Nơi tiếp nhận đã ghi việc rút hồ sơ');
    expect(textIn(element)).not.to.contain('Chưa biết');
    await keptAre(0);
    expect(actsOf(system)).to.have.length(sent);
  });

  it('is known after a reload by the dossier itself, where it had arrived', async () => {
    const system = await aTrackedDossier();
    const [element, mend] = await withdrawn(system, true);
    const sent = actsOf(system).length;
    element.remove();
    mend();
    const later = await shown(system);
    await says(later, 'Nơi tiếp nhận đã ghi việc rút hồ sơ');
    expect(textIn(later)).to.contain('Đã rút').and.not.to.contain('Chưa biết đã tới hay chưa');
    expect(actsOf(system)).to.have.length(sent);
    await keptAre(0);
  });

  it('brings who decides against it to the button that asked', async () => {
    const element = await shown(await aTrackedDossier());
    await pressOn(element, 'Rút hồ sơ');
    await says(element, 'Rút hồ sơ này?');
    const no = buttonOf(element, 'Không rút');
    no.focus();
    no.click();
    await until(() => !hasPanel(element), 'no panel');
    await until(() => rootOf(element).activeElement === opener(element), 'the focus on what opened it');
  });
});
