/** How often the camera's picture is looked at, in milliseconds. */
const LOOK_MS = 300;

export type QrTrouble = 'none' | 'other' | 'no-camera';

/** Reads QR codes from a photo or the camera, until one is what was wanted. Nothing of a picture is kept or sent. */
export class QrCamera {
  stream: MediaStream | undefined;
  trouble: QrTrouble | undefined;

  /** @param take is told the text of a code; whether it was a wanted one */
  constructor(
    private readonly take: (text: string) => boolean,
    private readonly onChange: () => void,
  ) {}

  async readPhoto(input: HTMLInputElement): Promise<void> {
    const [photo] = input.files ?? [];
    if (!photo) return;
    await this.#read(photo);
    input.value = '';
  }

  async open(): Promise<void> {
    try {
      this.stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
    } catch {
      this.trouble = 'no-camera';
      this.onChange();
      return;
    }
    this.onChange();
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.srcObject = this.stream;
    await video.play();
    const look = async () => {
      if (!this.stream || (await this.#read(video))) return;
      // Between two looks there is nothing to complain of.
      this.trouble = undefined;
      setTimeout(() => void look(), LOOK_MS);
    };
    await look();
  }

  close(): void {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = undefined;
    this.trouble = undefined;
  }

  async #read(source: Blob | HTMLVideoElement): Promise<boolean> {
    const { readQr } = await import('./read-qr.js');
    const text = await readQr(source);
    const isWanted = text !== undefined && this.take(text);
    if (isWanted) this.close();
    else this.trouble = text === undefined ? 'none' : 'other';
    this.onChange();
    return isWanted;
  }
}
