import { isSecurePage } from './secure-page.js';
import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import {
  BEGIN,
  isHeic,
  kindOfFile,
  plainName,
  type FileFault,
  type PageDoubt,
} from '../forms/chosen-file.js';
import { tellsPlace } from '../forms/photo-place.js';
import type { SentFile } from '../forms/submission.js';
import { sha256 } from '../shared/sha256.js';
import { newId } from '../shared/new-id.js';
import { pathOf } from './field-words.js';
import {
  filesOf,
  focusPicker,
  keyOf,
  NOTHING_TOLD,
  type PaperCases,
  type PaperHost,
  type Told,
  type Wanted,
} from './paper-host.js';
import type { Place } from './place.js';
import { warningIcon } from './form-icons.js';
import { chevronIcon, closeIcon, infoIcon, paperIcon } from './icons.js';
import { doubtsIn, joined, PaperPages, type Made } from './paper-pages.js';
import { preparePhoto, type PreparedPage } from './photo.js';
import { renderPages } from './photo-pages.js';
import { limitWords, sizeWords, tooManyWords } from './told-limits.js';
import { mayShowACard, watermarkOf } from './watermark.js';

/**
 * The papers of an application: chosen, dropped or photographed. Photos become one PDF for each paper, on this
 * computer; what cannot be taken is told at once and not after the sending.
 */
export class AttachPart {
  /** By the place where it is told. */
  readonly #told = new Map<string, Told>();
  readonly #pages: PaperPages;
  readonly #marked = new Set<string>();
  /** Names of the cases whose papers are in view. */
  readonly #opened = new Set<string>();
  #busy: string | undefined;
  #working: Promise<void> = Promise.resolve();
  #isClosed = false;

  constructor(private readonly host: PaperHost) {
    this.#pages = new PaperPages(host);
  }

  close(): void {
    this.#isClosed = true;
  }

  #isOver(): boolean {
    return this.#isClosed;
  }

  /** @param cases the papers of the list by case, where they are asked for so */
  render(cases?: PaperCases): TemplateResult {
    const { i18n, application } = this.host;
    const questions = this.host.questions?.() ?? [];
    const named = questions.flatMap(({ files }) => files);
    // What a question asks for is not asked for twice.
    const isAsked = (name: string) => questions.some(({ label }) => label === name);
    const listed = this.host.papers().map(({ name }) => name);
    const others = this.host.isOnlyThese?.()
      ? []
      : [
          ...application.files
            .filter(({ id }) => !named.includes(id))
            .map(({ paper, name }) => paper ?? name),
          i18n.t('attach.other'),
        ];
    const flat = cases
      ? others.filter((name) => !listed.includes(name))
      : [...listed.filter((name) => !isAsked(name)), ...others];
    return html`${
        this.host.arePapersUnknown?.()
          ? html`<p class="note">${infoIcon()}<span>${i18n.t('attach.unknown')}</span></p>`
          : nothing
      }
      <p>${i18n.t('attach.intro')}</p>
      <p class="hint">${limitWords(i18n, this.host.limits())}</p>
      ${this.renderTooMany()}
      ${
        questions.length > 0
          ? html`<ul class="papers">
              ${questions.map(
                ({ place, label, where }) =>
                  html`<li>${this.#renderPaper({ paper: label, place }, idOf(pathOf(place)), where)}</li>`,
              )}
            </ul>`
          : nothing
      }
      ${cases?.intro ? html`<p>${cases.intro}</p>` : nothing}
      ${cases?.cases.map((one, at) =>
        this.#renderCase({ ...one, names: one.names.filter((name) => !isAsked(name)) }, `${String(at)}-`),
      )}
      ${this.#renderNames(flat, '')}`;
  }

  /** The papers of one case: most people have nothing to do with the others. */
  #renderCase({ title, lang, names, isOpen }: PaperCases['cases'][number], id: string): unknown {
    if (names.length === 0) return nothing;
    // Once it has a file it stays open, for whoever takes that away again.
    if (isOpen || names.some((paper) => filesOf(this.host, { paper }).length > 0)) this.#opened.add(title);
    return html`<details class="case" ?open=${this.#opened.has(title)}>
      <summary><span class="case-name" lang=${ifDefined(lang)}>${title}</span>${chevronIcon()}</summary>
      ${this.#renderNames(names, id)}
    </details>`;
  }

  #renderNames(names: readonly string[], id: string): TemplateResult {
    return html`<ul class="papers">
      ${[...new Set(names)].map(
        (paper, at) => html`<li>${this.#renderPaper({ paper }, idOf(`${id}${String(at)}`))}</li>`,
      )}
    </ul>`;
  }

  /** More than are taken: the limit may be told only once they were chosen. */
  renderTooMany(): TemplateResult | typeof nothing {
    const words = tooManyWords(this.host.i18n, this.host.limits(), this.host.application.files);
    return words === undefined
      ? nothing
      : html`<p class="error" role="alert">${warningIcon()}<span>${words}</span></p>`;
  }

  /** The papers that a question of the form asks for, beside it. */
  renderFiles(place: Place, label: string): TemplateResult {
    return html`<div class="papers">${this.#renderPaper({ paper: label, place }, idOf(pathOf(place)))}</div>`;
  }

  #renderPaper(wanted: Wanted, id: string, where?: string): TemplateResult {
    const { i18n } = this.host;
    const { paper } = wanted;
    const key = keyOf(wanted);
    const [file] = filesOf(this.host, wanted);
    const told = this.#told.get(key);
    // Told of another file, it is of an entry that was here before.
    const { faults, doubts, before, hadPlace, notKept, unmarked } =
      told?.file === file?.id && told ? told : NOTHING_TOLD;
    const { pages } = this.#pages.of(wanted);
    const { limits } = this.host.limits();
    void this.#recall(wanted);
    // A PDF that came from elsewhere stays as it is.
    const canGrow = pages.length > 0;
    return html`<div
      class="wanted"
      @dragover=${(event: DragEvent) => event.preventDefault()}
      @drop=${(event: DragEvent) => {
        event.preventDefault();
        // What cannot be pressed takes no file either.
        if (!(event.currentTarget as Element).closest(':disabled'))
          void this.#add(wanted, event.dataTransfer?.files);
      }}
    >
      <p class="paper-name" id=${id}>${paperIcon()}<span lang="vi">${paper}</span></p>
      ${where === undefined ? nothing : html`<p class="hint">${where}</p>`}
      ${this.#isFilledHere(wanted) ? html`<p class="hint filled">${i18n.t('attach.filled')}</p>` : nothing}
      ${file ? this.#renderFile(wanted, file, { before, hadPlace }, pages.length) : nothing}
      ${canGrow ? this.#renderPages(wanted, pages) : nothing} ${faults.map((one) => this.#renderFault(one))}
      ${file && file.size > limits.bytes ? this.#renderFault({ fault: 'large', name: file.name }) : nothing}
      ${doubts.map(({ doubt, page }) => this.#renderWarning(`attach.doubt.${doubt}`, { page }))}
      ${notKept ? this.#renderWarning('attach.memory') : nothing}
      ${unmarked ? this.#renderWarning('attach.unmarked') : nothing}
      ${mayShowACard(this.host, wanted) ? this.#renderWatermark(key) : nothing}
      ${this.#busy === key ? html`<p class="busy" role="status">${i18n.t('attach.working')}</p>` : nothing}
      <p class="actions">
        ${this.#renderPicker(wanted, id, canGrow ? 'attach.more' : file ? 'attach.instead' : 'attach.choose', false)}
        ${this.#renderPicker(wanted, id, file && !canGrow ? 'attach.photo-instead' : 'attach.photo', true)}
        <span class="hint drop">${i18n.t('attach.drop')}</span>
      </p>
    </div>`;
  }

  #isFilledHere({ paper, place }: Wanted): boolean {
    return !place && this.host.isFilledHere?.(paper) === true;
  }

  #renderFault({ fault, name }: Told['faults'][number]): TemplateResult {
    const { limits } = this.host.limits();
    const size = sizeWords(this.host.i18n, limits.bytes);
    return this.#renderWarning(`attach.fault.${fault}`, { name, size, most: limits.files });
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

  #renderWatermark(key: string): TemplateResult {
    return html`<label class="choice"
      ><input
        type="checkbox"
        .checked=${this.#marked.has(key)}
        @change=${(event: Event) => {
          if ((event.target as HTMLInputElement).checked) this.#marked.add(key);
          else this.#marked.delete(key);
        }}
      />${this.host.i18n.t('attach.watermark', { words: watermarkOf(this.host) })}</label
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
    { before, hadPlace }: Pick<Told, 'before' | 'hadPlace'>,
    pages: number,
  ): TemplateResult {
    const { i18n } = this.host;
    const after = i18n.number(kilobytes(size));
    return html`<p class="file">
      <span
        ><b><bdi>${name}</bdi></b>
        ${pages === 0 ? nothing : html`· ${i18n.t('attach.pages', { count: pages })}`} ·
        ${
          before === undefined
            ? i18n.t('attach.size', { after })
            : i18n.t('attach.shrunk', { before: i18n.number(kilobytes(before)), after })
        }
        ${hadPlace ? html`<br />${i18n.t('attach.no-place')}` : nothing}</span
      >
      <button
        type="button"
        class="quiet"
        aria-label=${i18n.t('attach.remove', { name })}
        @click=${(event: Event) => {
          focusPicker(event);
          void this.#whileBusy(wanted, () => this.#remove(wanted));
        }}
      >
        ${closeIcon()}
      </button>
    </p>`;
  }

  #renderPages(wanted: Wanted, pages: readonly PreparedPage[]): TemplateResult {
    return renderPages(
      this.host.i18n,
      pages,
      (next) =>
        void this.#whileBusy(wanted, () => {
          const made = this.#pages.of(wanted);
          return this.#join(wanted, { ...made, pages: next(made.pages) }, []);
        }),
    );
  }

  // ---- What happens with it ----

  /** The pages of a paper that was photographed before a reload. */
  async #recall(wanted: Wanted): Promise<void> {
    const [file] = filesOf(this.host, wanted);
    const made = await this.#pages.recall(wanted);
    if (!made || this.#isOver()) return;
    const key = keyOf(wanted);
    if (this.#told.get(key) === undefined)
      this.#told.set(key, { ...NOTHING_TOLD, doubts: doubtsIn(made.pages), file: file?.id });
    this.host.requestUpdate();
  }

  #remove(wanted: Wanted): void {
    const { application, i18n } = this.host;
    const gone = filesOf(this.host, wanted);
    application.setFiles(application.files.filter((file) => !gone.includes(file)));
    for (const { id, name } of gone) {
      application.bytes.drop(id);
      this.#pages.drop(id);
      this.host.announce(i18n.t('attach.removed', { name }));
    }
    if (wanted.place) application.answer(wanted.place, []);
    this.#told.delete(keyOf(wanted));
    this.host.requestUpdate();
  }

  async #add(wanted: Wanted, chosen: FileList | null | undefined): Promise<void> {
    const files = [...(chosen ?? [])];
    if (files.length > 0) await this.#whileBusy(wanted, () => this.#take(wanted, files));
  }

  /** One after the other, in the order in which the person did it; nothing that was chosen meanwhile is passed over. */
  #whileBusy(wanted: Wanted, work: () => Promise<void> | void): Promise<void> {
    const turn = this.#working.then(async () => {
      if (this.#isOver()) return;
      this.#busy = keyOf(wanted);
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
    const key = keyOf(wanted);
    const faults: Told['faults'][number][] = [];
    this.host.askLimits?.();
    const { limits } = this.host.limits();
    // The system would refuse all of them for one too many.
    if (this.host.application.files.length >= limits.files && filesOf(this.host, wanted).length === 0)
      return this.#tell(wanted, [{ fault: 'many', name: plainName(chosen[0]?.name ?? '') }]);
    await this.#recall(wanted);
    const made = this.#pages.of(wanted);
    const pages = [...made.pages];
    let { before, hadPlace } = made;
    let pdf: { readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string } | undefined;
    for (const file of chosen) {
      const name = plainName(file.name);
      const begin = await bytesOf(file.slice(0, BEGIN));
      const seems = begin ? kindOfFile(begin, file.size, limits.bytes) : 'unreadable';
      // Read at once: a card that is pulled out later takes nothing with it. A film, or what is far too large, is not
      // read at all: a cheap phone has no room for it.
      const bytes = seems === 'pdf' || seems === 'photo' ? await bytesOf(file) : undefined;
      const kind = bytes
        ? kindOfFile(bytes, bytes.byteLength, limits.bytes)
        : seems === 'pdf' || seems === 'photo'
          ? 'unreadable'
          : seems;
      // A PDF is a paper by itself: what would take its place, or whose place it would take, is not lost unsaid.
      const isSecond = kind === 'pdf' ? pages.length > 0 || pdf !== undefined : pdf !== undefined;
      if (isSecond && (kind === 'pdf' || kind === 'photo')) faults.push({ fault: 'second', name });
      else if (kind === 'pdf' && bytes) pdf = { bytes, name };
      else if (kind === 'photo') {
        const page = await preparePhoto(file, this.#marked.has(key) ? watermarkOf(this.host) : undefined);
        if (page) {
          pages.push(page);
          if (before !== undefined) before += file.size;
          hadPlace ||= bytes !== undefined && tellsPlace(bytes);
        } else faults.push({ fault: begin && isHeic(begin) ? 'heic' : 'unreadable', name });
      } else if (kind !== 'pdf') faults.push({ fault: kind, name });
    }
    if (pdf)
      await this.#keep(wanted, pdf.name, pdf.bytes, {
        ...NOTHING_TOLD,
        faults,
        unmarked: this.#marked.has(key),
      });
    else if (pages.length > 0)
      await this.#join(wanted, { pages, before, hadPlace }, faults, plainName(chosen[0]?.name ?? ''));
    else this.#tell(wanted, faults);
  }

  /** Makes one PDF of the pages of a paper; no pages, no paper. */
  async #join(
    wanted: Wanted,
    { pages, before, hadPlace }: Made,
    faults: Told['faults'],
    name?: string,
  ): Promise<void> {
    if (pages.length === 0) return this.#remove(wanted);
    const [called] = filesOf(this.host, wanted);
    const one = await joined(pages, this.host.limits().limits.bytes);
    if (!one)
      return this.#tell(wanted, [...faults, { fault: 'joined', name: name ?? called?.name ?? wanted.paper }]);
    const told = { faults, doubts: doubtsIn(pages), before, hadPlace, notKept: false };
    const made = { pages: one.pages, before, hadPlace };
    await this.#keep(wanted, called?.name ?? `${withoutEnding(name ?? '')}.pdf`, one.bytes, told, made);
  }

  /** Says what was not taken; what is there stays, and so does what is told of it. */
  #tell(wanted: Wanted, faults: Told['faults']): void {
    const key = keyOf(wanted);
    const [file] = filesOf(this.host, wanted);
    const told = this.#told.get(key);
    const before = told?.file === file?.id && told ? told : NOTHING_TOLD;
    this.#told.set(key, { ...before, faults, file: file?.id });
  }

  async #keep(
    wanted: Wanted,
    name: string,
    bytes: Uint8Array<ArrayBuffer>,
    told: Omit<Told, 'file'>,
    made?: Made,
  ): Promise<void> {
    const { application, i18n } = this.host;
    const file: SentFile = {
      id: newId(),
      name: name.slice(0, 255),
      size: bytes.byteLength,
      // Without https there is no hash, and nothing is sent; the paper can still be taken along.
      sha256: isSecurePage() ? await sha256(bytes.buffer) : '',
      paper: wanted.paper,
    };
    // While it was made, the application it was for may have ended.
    if (this.#isOver()) return;
    const isKept = await application.bytes.keep(file.id, bytes.buffer);
    if (this.#isOver()) return application.bytes.drop(file.id);
    const isPractice = application.source?.destination === 'practice';
    const old = filesOf(this.host, wanted);
    this.#told.set(keyOf(wanted), { ...told, file: file.id, notKept: !isKept && !isPractice });
    this.#pages.note(file.id, made);
    application.setFiles([...application.files.filter((one) => !old.includes(one)), file]);
    if (wanted.place) application.answer(wanted.place, [file.id]);
    for (const { id } of old) {
      application.bytes.drop(id);
      this.#pages.drop(id);
    }
    this.host.announce(i18n.t('attach.added', { name: file.name }));
  }
}

/** By which a paper's name is found for the buttons below it. */
const idOf = (path: string): string => `paper-${path.replaceAll('.', '-')}`;
const kilobytes = (bytes: number): number => Math.ceil(bytes / 1024);
const withoutEnding = (name: string): string => name.replace(/\.[^.]*$/u, '') || 'anh';

const bytesOf = (file: Blob): Promise<Uint8Array<ArrayBuffer> | undefined> =>
  file.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => undefined,
  );
