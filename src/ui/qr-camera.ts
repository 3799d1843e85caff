import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { warningIcon } from './form-icons.js';

/** How often the camera's picture is looked at, in milliseconds. */
const LOOK_MS = 300;

export type QrTrouble = 'none' | 'other' | 'no-camera';

/** Reads QR codes from a photo or the camera, until one is what was wanted. Nothing of a picture is kept or sent. */
export class QrCamera {
  stream: MediaStream | undefined;
  trouble: QrTrouble | undefined;
  /** How often it was closed: what was asked for before that is not wanted any more. */
  #closings = 0;
  #shown: Element | undefined;

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
    const asked = this.#closings;
    // Absent where the page is not secure.
    const devices = navigator.mediaDevices as MediaDevices | undefined;
    const stream = await devices
      ?.getUserMedia({ video: { facingMode: 'environment' } })
      .catch(() => undefined);
    // The question whether the camera may be used can be answered long after the box was closed, or asked twice.
    if (asked !== this.#closings || this.stream) return stop(stream);
    this.stream = stream;
    if (!stream) this.trouble = 'no-camera';
    this.onChange();
    if (!stream) return;
    const video = document.createElement('video');
    video.muted = true;
    video.playsInline = true;
    video.srcObject = stream;
    // Whoever goes on at once takes its stream away: that is no fault.
    void video.play().catch(() => undefined);
    const look = async () => {
      if (this.#shown?.isConnected === false) this.close();
      if (this.stream !== stream) return;
      if (video.readyState >= video.HAVE_CURRENT_DATA && (await this.#read(video))) return;
      // Between two looks there is nothing to complain of.
      this.trouble = undefined;
      setTimeout(() => void look(), LOOK_MS);
    };
    await look();
  }

  /**
   * The photo and the camera to choose from, what the camera sees, and what is the trouble.
   * @param beside one more thing to press
   */
  renderWays(
    t: (key: `scan.${QrTrouble | 'photo' | 'camera'}`) => string,
    beside: unknown = nothing,
  ): TemplateResult {
    const { stream, trouble } = this;
    return html`${
        trouble
          ? html`<p class="warning" role="alert">${warningIcon()}<span>${t(`scan.${trouble}`)}</span></p>`
          : nothing
      }
      ${stream ? html`<video ${ref(this.#shownIn)} .srcObject=${stream} autoplay muted playsinline></video>` : nothing}
      <p class="actions">
        <label class="button picker"
          ><input
            type="file"
            class="visually-hidden"
            accept="image/*"
            capture="environment"
            @change=${(event: Event) => void this.readPhoto(event.target as HTMLInputElement)}
          />${t('scan.photo')}</label
        >
        <button type="button" class="button" @click=${() => void this.open()}>${t('scan.camera')}</button>
        ${beside}
      </p>`;
  }

  /** Where its picture is shown: whoever leaves that, and closes nothing, leaves no camera on. */
  readonly #shownIn = (video: Element | undefined): void => {
    if (video) this.#shown = video;
  };

  close(): void {
    this.#closings += 1;
    stop(this.stream);
    this.stream = undefined;
    this.#shown = undefined;
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

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
