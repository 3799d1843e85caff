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
