import { expect } from 'chai';
import { QrCamera } from '../../src/ui/qr-camera.js';

/** Lets the permission be given when a test says so, and counts what is live. */
function fakeCamera() {
  const streams: MediaStream[] = [];
  const answers: ((isAllowed: boolean) => void)[] = [];
  const { mediaDevices } = navigator;
  const original = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = () =>
    new Promise((resolve, reject) =>
      answers.push((isAllowed) => {
        if (!isAllowed) return reject(new DOMException('no', 'NotAllowedError'));
        const stream = document.createElement('canvas').captureStream();
        streams.push(stream);
        resolve(stream);
      }),
    );
  return {
    answer: (isAllowed: boolean) => answers.shift()?.(isAllowed),
    live: () =>
      streams.flatMap((stream) => stream.getTracks()).filter(({ readyState }) => readyState === 'live')
        .length,
    restore: () => (mediaDevices.getUserMedia = original),
  };
}

describe('the camera', () => {
  let fake: ReturnType<typeof fakeCamera>;
  let changes = 0;
  const aCamera = () =>
    new QrCamera(
      () => false,
      () => (changes += 1),
    );
  beforeEach(() => {
    fake = fakeCamera();
    changes = 0;
  });
  afterEach(() => {
    fake.restore();
  });

  it('is let go of where it was allowed only after the box was closed', async () => {
    const camera = aCamera();
    const opened = camera.open();
    camera.close();
    fake.answer(true);
    await opened;
    expect(fake.live()).to.equal(0);
    expect([camera.stream, changes]).to.deep.equal([undefined, 0]);
  });

  it('is held once where it was asked for twice', async () => {
    const camera = aCamera();
    const first = camera.open();
    const second = camera.open();
    const shown = new Promise<void>((resolve) => {
      const look = () => (camera.stream ? resolve() : setTimeout(look, 5));
      look();
    });
    fake.answer(true);
    await shown;
    fake.answer(true);
    await second;
    expect(fake.live()).to.equal(1);
    camera.close();
    expect(fake.live()).to.equal(0);
    void first;
  });

  it('that is refused is said so, but not to who closed the box meanwhile', async () => {
    const camera = aCamera();
    const opened = camera.open();
    fake.answer(false);
    await opened;
    expect(camera.trouble).to.equal('no-camera');
    camera.close();
    const again = camera.open();
    camera.close();
    fake.answer(false);
    await again;
    expect(camera.trouble).to.equal(undefined);
  });
});
