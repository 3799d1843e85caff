import { isSecurePage } from './secure-page.js';
import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { kindOfFile, LONGEST_FILE, type FileFault, type PageDoubt } from '../forms/chosen-file.js';
import { pdfOfPhotos } from '../forms/jpeg-pdf.js';
import type { SentFile } from '../forms/submission.js';
import { sha256 } from '../shared/sha256.js';
import { newId } from '../shared/new-id.js';
import type { Answer } from '../forms/answers.js';
import type { formLate } from '../i18n/namespaces/form-late.js';
import type { PaperBytes } from './paper-bytes.js';
import type { Place } from './place.js';
import type { LocalizeController } from './localize-controller.js';
import { turnIcon, warningIcon } from './form-icons.js';
import { closeIcon, paperIcon } from './icons.js';
import { drawPage, preparePhoto, turnPage, type PreparedPage } from './photo.js';

/** Whoever keeps the papers that are chosen: an application, or an answer to what an office asks for. */
export interface PaperHost {
  readonly i18n: Pick<LocalizeController<readonly [typeof formLate]>, 't' | 'number'>;
  readonly application: {
    readonly files: readonly SentFile[];
    readonly source: { readonly code: string; readonly destination: string } | undefined;
    /** Settles once nothing is being prepared any more. */
    preparing: Promise<void>;
    readonly keeper: { flush(): Promise<void> };
    setFiles(files: readonly SentFile[]): void;
    readonly bytes: Pick<PaperBytes, 'keep' | 'drop'>;
    answer(place: Place, value: Answer): void;
  };
  readonly requestUpdate: () => void;
  /** Says something to who cannot see it. */
  readonly announce: (words: string) => void;
  /** Names of the papers that are asked for. */
  readonly papers: () => readonly { readonly name: string }[];
  /** Whether other papers are not wanted. */
  readonly isOnlyThese?: () => boolean;
  /** Name of a procedure; its code where it is not known. */
  readonly nameOf?: (code: string) => string;
}

/** What is told of one paper, beside it. */
interface Told {
  readonly faults: readonly { readonly fault: FileFault; readonly name: string }[];
  readonly doubts: readonly { readonly doubt: PageDoubt; readonly page: number }[];
  /** Bytes as they were chosen, where they were made smaller. */
  readonly before: number | undefined;
  readonly notKept: boolean;
  /** A PDF of an identity paper on which words were wanted: it stays as it is. */
  readonly unmarked?: boolean;
}

const NOTHING_TOLD: Told = { faults: [], doubts: [], before: undefined, notKept: false };
/** Letters of a procedure's name that are printed across a photo: more would be too small to read. */
const LONGEST_NAME = 60;
const MEGABYTE = 1024 * 1024;
/** What a list of papers calls the card itself. */
const IDENTITY = /căn cước|cccd|hộ chiếu|chứng minh nhân dân/iu;

/** Where a paper belongs: to the list that the procedure asks for, or to a question of the form. */
interface Wanted {
  readonly paper: string;
  readonly place?: Place;
}

/**
 * The papers of an application: chosen, dropped or photographed. Photos become one PDF for each paper, on this
 * computer; what cannot be taken is told at once and not after the sending.
 */
export class AttachPart {
  readonly #told = new Map<string, Told>();
  /** Pages of the photos of a paper, so that more can be added, one turned or taken away. */
  readonly #pages = new Map<string, readonly PreparedPage[]>();
  /** Bytes of the photos as they came from the camera, by paper. */
  readonly #before = new Map<string, number>();
  readonly #marked = new Set<string>();
  #busy: string | undefined;
  #working: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(private readonly host: PaperHost) {}

  close(): void {
    this.#isClosed = true;
  }

  #isOver(): boolean {
    return this.#isClosed;
  }

  render(): TemplateResult {
    const { i18n, application } = this.host;
    const more = application.files.map(({ paper, name }) => paper ?? name);
    const asked = this.host.papers().map(({ name }) => name);
    const papers = this.host.isOnlyThese?.()
      ? asked
      : [...new Set([...asked, ...more, i18n.t('attach.other')])];
    return html`<p>${i18n.t('attach.intro')}</p>
      <p class="hint">${i18n.t('attach.limit', { size: LONGEST_FILE / MEGABYTE })}</p>
      <ul class="papers">
        ${papers.map((paper, at) => html`<li>${this.#renderPaper({ paper }, `paper-${String(at)}`)}</li>`)}
      </ul>`;
  }

  /**
   * The papers that a question of the form asks for.
   * @param path of the question, by which it is told from others
   */
  renderFiles(place: Place, path: string, label: string): TemplateResult {
    return html`<div class="papers">
      ${this.#renderPaper({ paper: label, place }, `paper-${path.replaceAll('.', '-')}`)}
    </div>`;
  }

  #renderPaper(wanted: Wanted, id: string): TemplateResult {
    const { i18n, application } = this.host;
    const { paper } = wanted;
    const file = application.files.find((one) => one.paper === paper);
    const { faults, doubts, before, notKept, unmarked } = this.#told.get(paper) ?? NOTHING_TOLD;
    const pages = (file && this.#pages.get(paper)) ?? [];
    // Pages are known only of photos that were chosen here: a PDF stays as it is, and so does what a reload left.
    const canGrow = pages.length > 0;
    return html`<div
      class="wanted"
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        void this.#add(wanted, event.dataTransfer?.files);
      }}
    >
      <p class="paper-name" id=${id}>${paperIcon()}<span lang="vi">${paper}</span></p>
      ${file ? this.#renderFile(wanted, file, before, pages.length) : nothing}
      ${canGrow ? this.#renderPages(wanted, pages) : nothing}
      ${faults.map(({ fault, name }) => this.#renderWarning(`attach.fault.${fault}`, { name, size: LONGEST_FILE / MEGABYTE }))}
      ${doubts.map(({ doubt, page }) => this.#renderWarning(`attach.doubt.${doubt}`, { page }))}
      ${notKept ? this.#renderWarning('attach.memory') : nothing}
      ${unmarked ? this.#renderWarning('attach.unmarked') : nothing}
      ${IDENTITY.test(paper) ? this.#renderWatermark(paper) : nothing}
      ${this.#busy === paper ? html`<p class="busy" role="status">${i18n.t('attach.working')}</p>` : nothing}
      <p class="actions">
        ${this.#renderPicker(wanted, id, canGrow ? 'attach.more' : file ? 'attach.instead' : 'attach.choose', false)}
        ${this.#renderPicker(wanted, id, file && !canGrow ? 'attach.photo-instead' : 'attach.photo', true)}
        <span class="hint drop">${i18n.t('attach.drop')}</span>
      </p>
    </div>`;
  }

  #renderWarning(
    key: `attach.fault.${FileFault}` | `attach.doubt.${PageDoubt}` | 'attach.memory' | 'attach.unmarked',
    params?: Readonly<Record<string, string | number>>,
  ): TemplateResult {
    const isFault = key.startsWith('attach.fault');
    return html`<p class=${isFault ? 'error' : 'warning'} role=${isFault ? 'alert' : nothing}>
      ${warningIcon()}<span>${this.host.i18n.t(key, params)}</span>
    </p>`;
  }

  #renderWatermark(paper: string): TemplateResult {
    return html`<label class="choice"
      ><input
        type="checkbox"
        .checked=${this.#marked.has(paper)}
        @change=${(event: Event) => {
          if ((event.target as HTMLInputElement).checked) this.#marked.add(paper);
          else this.#marked.delete(paper);
        }}
      />${this.host.i18n.t('attach.watermark', { words: this.#watermark() })}</label
    >`;
  }

  #renderPicker(
    wanted: Wanted,
    id: string,
    words: 'attach.choose' | 'attach.more' | 'attach.instead' | 'attach.photo' | 'attach.photo-instead',
    camera: boolean,
  ): TemplateResult {
    return html`<label class="button picker"
      ><input
        type="file"
        class="visually-hidden"
        accept=${camera ? 'image/*' : 'image/*,application/pdf'}
        capture=${camera ? 'environment' : nothing}
        ?multiple=${!camera}
        aria-describedby=${id}
        @click=${() => void this.host.application.keeper.flush()}
        @change=${(event: Event) => {
          const input = event.target as HTMLInputElement;
          void this.#add(wanted, input.files);
          input.value = '';
        }}
      />${this.host.i18n.t(words)}</label
    >`;
  }

  #renderFile(
    wanted: Wanted,
    { name, size }: SentFile,
    before: number | undefined,
    pages: number,
  ): TemplateResult {
    const { i18n } = this.host;
    const after = i18n.number(kilobytes(size));
    return html`<p class="file">
      <span
        ><b>${name}</b> ${pages === 0 ? nothing : html`· ${i18n.t('attach.pages', { count: pages })}`} ·
        ${
          before === undefined
            ? i18n.t('attach.size', { after })
            : i18n.t('attach.shrunk', { before: i18n.number(kilobytes(before)), after })
        }
        ${before === undefined ? nothing : html`<br />${i18n.t('attach.no-place')}`}</span
      >
      <button
        type="button"
        class="quiet"
        aria-label=${i18n.t('attach.remove', { name })}
        @click=${() => void this.#whileBusy(wanted, () => this.#remove(wanted))}
      >
        ${closeIcon()}
      </button>
    </p>`;
  }

  /** Small pictures of the pages: whoever photographed the wrong side sees it here and not at the desk. */
  #renderPages(wanted: Wanted, pages: readonly PreparedPage[]): TemplateResult {
    const { i18n } = this.host;
    const change = (next: (now: readonly PreparedPage[]) => readonly PreparedPage[]) =>
      void this.#whileBusy(wanted, () => this.#join(wanted, next(this.#pages.get(wanted.paper) ?? []), []));
    return html`<ol class="pages">
      ${pages.map(
        (page, at) =>
          html`<li>
            <canvas
              aria-label=${i18n.t('attach.page', { page: at + 1 })}
              role="img"
              ${ref((canvas) => {
                if (canvas) void drawPage(canvas as HTMLCanvasElement, page);
              })}
            ></canvas>
            <button
              type="button"
              class="quiet"
              aria-label=${i18n.t('attach.turn', { page: at + 1 })}
              @click=${async () => {
                const turned = await turnPage(page);
                change((now) => now.map((one) => (one === page ? turned : one)));
              }}
            >
              ${turnIcon()}
            </button>
            <button
              type="button"
              class="quiet"
              aria-label=${i18n.t('attach.remove-page', { page: at + 1 })}
              @click=${() => change((now) => now.filter((one) => one !== page))}
            >
              ${closeIcon()}
            </button>
          </li>`,
      )}
    </ol>`;
  }

  #watermark(): string {
    const code = this.host.application.source?.code ?? '';
    const name = this.host.nameOf?.(code) ?? code;
    const short = name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME).trimEnd()}…` : name;
    const procedure = name === code ? code : `${short} (${code})`;
    return this.host.i18n.t('attach.watermark-words', { procedure });
  }

  // ---- What happens with it ----

  #remove({ paper, place }: Wanted): void {
    const { application, i18n } = this.host;
    const gone = application.files.filter((file) => file.paper === paper);
    application.setFiles(application.files.filter((file) => file.paper !== paper));
    for (const { id, name } of gone) {
      application.bytes.drop(id);
      this.host.announce(i18n.t('attach.removed', { name }));
    }
    if (place) application.answer(place, []);
    this.#told.delete(paper);
    this.#pages.delete(paper);
    this.#before.delete(paper);
    this.host.requestUpdate();
  }

  async #add(wanted: Wanted, chosen: FileList | null | undefined): Promise<void> {
    const files = [...(chosen ?? [])];
    if (files.length > 0) await this.#whileBusy(wanted, () => this.#take(wanted, files));
  }

  /** One after the other, in the order in which the person did it; nothing that was chosen meanwhile is passed over. */
  #whileBusy({ paper }: Wanted, work: () => Promise<void> | void): Promise<void> {
    const turn = this.#working.then(async () => {
      if (this.#isOver()) return;
      this.#busy = paper;
      this.host.requestUpdate();
      try {
        await work();
      } finally {
        this.#busy = undefined;
        this.host.requestUpdate();
      }
    });
    this.#working = turn.catch(() => undefined);
    this.host.application.preparing = this.#working;
    return turn;
  }

  async #take(wanted: Wanted, chosen: readonly File[]): Promise<void> {
    const { paper } = wanted;
    const faults: Told['faults'][number][] = [];
    const pages = [...(this.#pages.get(paper) ?? [])];
    let pdf: { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string } | undefined;
    for (const file of chosen) {
      const { name } = file;
      // Read at once: a card that is pulled out later takes nothing with it.
      const bytes = await file.arrayBuffer().then(
        (buffer) => new Uint8Array(buffer),
        () => undefined,
      );
      const kind = bytes ? kindOfFile(bytes) : 'unreadable';
      // A PDF is a paper by itself: what would take its place, or whose place it would take, is not lost unsaid.
      const isSecond = kind === 'pdf' ? pages.length > 0 || pdf !== undefined : pdf !== undefined;
      if (isSecond && (kind === 'pdf' || kind === 'photo')) faults.push({ fault: 'second', name });
      else if (kind === 'pdf' && bytes) pdf = { bytes, name };
      else if (kind === 'photo') {
        const page = await preparePhoto(file, this.#marked.has(paper) ? this.#watermark() : undefined);
        if (page) {
          pages.push(page);
          this.#before.set(paper, (this.#before.get(paper) ?? 0) + file.size);
        } else faults.push({ fault: 'unreadable', name });
      } else if (kind !== 'pdf') faults.push({ fault: kind, name });
    }
    if (pdf) {
      this.#pages.delete(paper);
      await this.#keep(wanted, pdf.name, pdf.bytes, {
        ...NOTHING_TOLD,
        faults,
        unmarked: this.#marked.has(paper),
      });
    } else if (pages.length > 0) await this.#join(wanted, pages, faults, chosen[0]?.name);
    else this.#told.set(paper, { ...(this.#told.get(paper) ?? NOTHING_TOLD), faults });
  }

  /** Makes one PDF of the pages of a paper; no pages, no paper. */
  async #join(
    wanted: Wanted,
    pages: readonly PreparedPage[],
    faults: Told['faults'],
    name?: string,
  ): Promise<void> {
    const { paper } = wanted;
    if (pages.length === 0) return this.#remove(wanted);
    const bytes = pdfOfPhotos(pages);
    if (bytes.byteLength > LONGEST_FILE) {
      const large = { fault: 'large', name: paper } as const;
      this.#told.set(paper, { ...(this.#told.get(paper) ?? NOTHING_TOLD), faults: [...faults, large] });
      return;
    }
    this.#pages.set(paper, pages);
    const doubts = pages.flatMap((page, at) => page.doubts.map((doubt) => ({ doubt, page: at + 1 })));
    const called = this.host.application.files.find((file) => file.paper === paper)?.name;
    await this.#keep(wanted, called ?? `${withoutEnding(name ?? '')}.pdf`, bytes, {
      faults,
      doubts,
      before: this.#before.get(paper),
      notKept: false,
    });
  }

  async #keep(
    { paper, place }: Wanted,
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    told: Told,
  ): Promise<void> {
    const { application, i18n } = this.host;
    const old = application.files.find((file) => file.paper === paper);
    const file: SentFile = {
      id: newId(),
      name: name.slice(0, 255),
      size: bytes.byteLength,
      // Without https there is no hash, and nothing is sent; the paper can still be taken along.
      sha256: isSecurePage() ? await sha256(bytes.buffer) : '',
      paper,
    };
    // While it was made, the application it was for may have ended.
    if (this.#isOver()) return;
    const isKept = await application.bytes.keep(file.id, bytes.buffer);
    if (this.#isOver()) return application.bytes.drop(file.id);
    const isPractice = application.source?.destination === 'practice';
    this.#told.set(paper, { ...told, notKept: !isKept && !isPractice });
    application.setFiles([...application.files.filter((one) => one.paper !== paper), file]);
    if (place) application.answer(place, [file.id]);
    if (old) application.bytes.drop(old.id);
    this.host.announce(i18n.t('attach.added', { name: file.name }));
  }
}

const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);
const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/u, '') || 'anh';
