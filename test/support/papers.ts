import type { FormSteps } from '../../components/form-steps/form-steps.js';
import { root } from './drive-form.js';

/* Papers as people have them, and how they are chosen in an application. */

/** A photographed page with lines of letters, sharp and bright unless told otherwise. */
export async function aPhoto(
  name = 'IMG_1.jpg',
  draw?: (context: CanvasRenderingContext2D) => void,
): Promise<File> {
  const canvas = document.createElement('canvas');
  canvas.width = 1000;
  canvas.height = 750;
  const context = canvas.getContext('2d')!;
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 1000, 750);
  context.fillStyle = '#000';
  context.font = '40px sans-serif';
  for (let line = 1; line < 16; line += 1)
    context.fillText(`Dòng ${String(line)} của giấy tờ mẫu `.repeat(3), 40, line * 46);
  draw?.(context);
  const blob = await new Promise<Blob>((resolve) =>
    canvas.toBlob((made) => resolve(made!), 'image/jpeg', 0.95),
  );
  return new File([blob], name, { type: 'image/jpeg' });
}

/** The same photo with notes on where it was taken, as a phone writes them: 21° north. */
export async function withPlace(photo: File): Promise<File> {
  const bytes = new Uint8Array(await photo.arrayBuffer());
  const length = EXIF_WITH_PLACE.length + 2;
  const notes = [0xff, 0xe1, length >> 8, length & 0xff, ...EXIF_WITH_PLACE];
  // In one piece: Firefox draws no photo that was put together from several.
  const whole = Uint8Array.from([...bytes.subarray(0, 2), ...notes, ...bytes.subarray(2)]);
  return new File([whole], photo.name, { type: 'image/jpeg' });
}

/** Exif of a photo: one list with the address of another, in which a latitude stands. */
export const EXIF_WITH_PLACE = Uint8Array.from([
  ...[0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8],
  ...[0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0],
  ...[0, 1, 0, 2, 0, 5, 0, 0, 0, 3, 0, 0, 0, 44, 0, 0, 0, 0],
  ...[0, 0, 0, 21, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 3, 0, 0, 0, 1],
]);

export const aPdf = (name = 'to-khai.pdf', more = '') =>
  new File([`%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<< ${more} >>\n%%EOF`], name, {
    type: 'application/pdf',
  });

/** The box of one paper. */
export const paper = (element: FormSteps, name: string): HTMLElement => {
  const found = [...root(element).querySelectorAll<HTMLElement>('.wanted')].find((box) =>
    box.querySelector('.paper-name')?.textContent.includes(name),
  );
  if (!found) throw new Error(`no paper ${name}`);
  return found;
};

/** Chooses files for a paper, as a file chooser gives them to a page. */
export function choose(element: FormSteps, name: string, ...files: readonly File[]): void {
  const input = paper(element, name).querySelector<HTMLInputElement>('input[type=file]')!;
  const chosen = new DataTransfer();
  for (const file of files) chosen.items.add(file);
  input.files = chosen.files;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

/** Catches the files that a page hands to the person: a real one opens a panel, and the page behind it is asleep. */
export function catchSaved(): {
  readonly files: readonly { readonly name: string; readonly blob: Blob }[];
  restore(): void;
} {
  const files: { name: string; blob: Blob }[] = [];
  const { createObjectURL } = URL;
  const { click } = HTMLAnchorElement.prototype;
  let last: Blob | undefined;
  URL.createObjectURL = (blob) => createObjectURL((last = blob as Blob));
  HTMLAnchorElement.prototype.click = function () {
    if (last) files.push({ name: this.download, blob: last });
  };
  return {
    files,
    restore() {
      URL.createObjectURL = createObjectURL;
      HTMLAnchorElement.prototype.click = click;
    },
  };
}

/** What the box of one paper says. */
export const textIn = (element: FormSteps, name: string): string =>
  paper(element, name).textContent.replace(/\s+/gu, ' ');
