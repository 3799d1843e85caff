import { isFormItself } from '../../src/forms/filled-paper.js';
import type { AttachPart } from '../../src/ui/attach-part.js';
import { adopt } from './paper-list.js';
import { late } from './styles/late.styles.js';
import { paperQuestions } from './paper-questions.js';
import { html, nothing } from 'lit';
import { renderHelper, renderReviewedHelper } from './helper.js';
import { CarryPart } from './carry.js';
import type { Place } from '../../src/ui/place.js';
import { HandOffPart } from './hand-off.js';
import type { LateHost } from './late-host.js';
import type { PaperHost } from '../../src/ui/paper-host.js';
import type { OutboxItem } from '../../src/ui/outbox.js';
import { renderLeft } from './left-answers.js';
import { renderQuestion } from './question.js';
import { renderOutbox } from './outbox.js';
import { PackPart } from './pack.js';
import type { PaperPart } from './paper.js';
import { LatePart } from './late-part.js';
import { PayPart } from '../../src/ui/pay-part.js';
import { OfficeLimits, portalLimits } from '../../src/ui/told-limits.js';
import { ReadBackPart } from './read-back.js';
import { ReceiptPart } from './receipt.js';
import type { Transfer } from '../../src/forms/transfer.js';
import { renderReviewedFiles } from './reviewed-files.js';
import type { ScanPart } from './scan.js';
import { renderTransfers } from './transfers.js';

export { formLate } from '../../src/i18n/namespaces/form-late.js';

/** While papers are asked for, a file that misses its box does not take the place of the page, and all that was typed. */
const keepPage = (event: Event): void => {
  const isMissed =
    !event.defaultPrevented && (event.currentTarget as Element).shadowRoot?.querySelector('.wanted');
  if (!isMissed) return;
  event.preventDefault();
  const { dataTransfer } = event as DragEvent;
  if (dataTransfer) dataTransfer.dropEffect = 'none';
};

/** Everything that only some people, or only the last steps, need; one file, fetched when the first of it is. */
export class LateParts {
  readonly #attach: LatePart<AttachPart>;
  readonly #carry: CarryPart;
  readonly #handOff: HandOffPart;
  readonly #pack: PackPart;
  readonly #paper: LatePart<PaperPart>;
  readonly #pay: PayPart;
  readonly #readBack: ReadBackPart;
  readonly #receipt: ReceiptPart;
  readonly #scan: LatePart<ScanPart>;
  #isClosed = false;

  /** @param root where the parts are shown */
  constructor(
    private readonly host: LateHost,
    root: ShadowRoot,
  ) {
    adopt(root, late);
    for (const kind of ['dragover', 'drop'] as const) root.host.addEventListener(kind, keepPage);
    const { application } = host;
    const office = new OfficeLimits(() => application.around.line(), host.requestUpdate);
    const papers: PaperHost = {
      ...host,
      limits: () =>
        application.source?.destination === 'hand-off' ? portalLimits(host.portalFileMb()) : office.told,
      askLimits: () => office.again(),
      questions: () => paperQuestions(host),
      isFilledHere: (name) => {
        const { app, screens } = host.application;
        // Where nothing is sent from here, the form is still to be filled in there.
        return screens.some(({ kind }) => kind === 'send') && isFormItself(app?.form, name);
      },
    };
    this.#attach = new LatePart(host, async () => {
      const { AttachPart: Part } = await import('../../src/ui/attach-part.js');
      return this.#open(new Part(papers));
    });
    this.#carry = new CarryPart(host);
    this.#handOff = new HandOffPart(host);
    this.#pack = new PackPart(host);
    this.#paper = new LatePart(host, async () => {
      const { PaperPart: Part, paper } = await import('./paper.js');
      adopt(root, paper);
      return new Part(host);
    });
    this.#pay = new PayPart(host);
    this.#readBack = new ReadBackPart(host);
    this.#receipt = new ReceiptPart(host);
    this.#scan = new LatePart(
      host,
      async () => {
        const { ScanPart: Part } = await import('./scan.js');
        return this.#open(new Part(host));
      },
      // Whoever asked for it goes on there.
      () => host.focus('.scan'),
    );
  }

  /** What came when these were let go of already is closed from the beginning. */
  #open<Part extends { close(): void }>(part: Part): Part {
    if (this.#isClosed) part.close();
    return part;
  }

  /** Lets go of everything that is open: what is still being done for one application does not come into the next. */
  close(): void {
    this.#isClosed = true;
    this.#attach.part?.close();
    this.#readBack.close();
    this.#scan.part?.close();
  }

  /** Somebody comes back to the page. */
  comeBack(): void {
    this.#pay.lookAgain();
  }

  /** Whether going on must wait for a second press. */
  holds = (): boolean => this.#readBack.holds();

  renderAttach = (): unknown =>
    this.host.paperList((list) => this.#attach.render((part) => part.render(list.cases())));
  renderReviewedFiles = (): unknown =>
    html`${renderReviewedFiles(this.host)}
    ${this.host.application.files.length > 0 ? this.#attach.render((part) => part.renderTooMany()) : nothing}`;
  renderFiles = (place: Place, label: string): unknown =>
    this.#attach.render((part) => part.renderFiles(place, label));
  renderCarry = (canSave: boolean): unknown => this.#carry.render(canSave);
  renderHandOff = (): unknown => {
    this.#readBack.close();
    return this.#handOff.render(this.#pack.render());
  };
  renderOutbox = (items: readonly OutboxItem[], linkOf: (procedure: string) => string | undefined): unknown =>
    renderOutbox(this.host.i18n, items, this.host.nameOf, linkOf);
  renderLeft = (): unknown => renderLeft(this.host);
  renderHelper = renderHelper;
  renderReviewedHelper = (procedure: string): unknown => renderReviewedHelper(this.host, procedure);
  /** @param isReady whether it is what was to be done here, and not what is left to do */
  renderPaper = (isReady: boolean): unknown =>
    html`${isReady ? html`<p class="no-print">${this.host.i18n.t('print.intro')}</p>` : nothing}
    ${this.#paper.render((part) => part.render())}`;
  renderPay = (): unknown => {
    this.#readBack.close();
    return this.#pay.render();
  };
  renderReadBack = (): unknown => this.#readBack.render();
  renderReceipt = (): unknown => {
    this.#readBack.close();
    this.#pay.look();
    return this.#receipt.render();
  };
  /** Before the receipt goes from this computer: with it goes what opens the dossier. */
  renderLastQuestion = (onAsk: (asks: boolean) => void, onEnd: (notice: 'ended') => void): unknown => {
    const { i18n } = this.host;
    return renderQuestion(i18n.t('receipt.delete-sure'), i18n.t('receipt.delete-why'), [
      { words: i18n.t('delete.no'), look: '', onPress: () => onAsk(false) },
      { words: i18n.t('receipt.delete'), look: 'danger', onPress: () => onEnd('ended') },
    ]);
  };
  renderTransfers = (transfers: readonly Transfer[], onCancel: () => void): unknown =>
    renderTransfers(this.host, transfers, onCancel);
  renderScan = (place: Place | undefined, onClose: () => void): unknown =>
    this.#scan.render((part) => part.render(place, onClose));
}
