import type { FormState } from '../../src/forms/form-state.js';
import type { form as formWords } from '../../src/i18n/namespaces/form.js';
import type { Network } from '../../src/gateway/fetch-text.js';
import { waitingProcedures } from '../../src/ui/draft-store.js';
import type { LocalizeController } from '../../src/ui/localize-controller.js';
import type { Outbox } from '../../src/ui/outbox.js';
import type { AddressPart } from './fields-view.js';
import type { LateHost } from './late-host.js';
import type { LateParts } from './late.js';
import { LatePart } from './late-part.js';
import type { PaperList } from './paper-list.js';
import type { StepsView } from './steps-view.js';
import type { LaterWords } from './view.js';

export type FormWords = LocalizeController<readonly [typeof formWords], LaterWords>;

export const paperListCode = () => import('./paper-list.js');

/** Fetches what only some people, or only the last steps, need, when the first of it is wanted. */
export class LateLoader {
  readonly #host: LateHost;
  readonly #paperList: LatePart<PaperList>;
  #late: LatePart<LateParts>;
  #addressHelp: AddressPart | undefined;
  #hasReasons = false;
  #outboxAsked: object | undefined;
  outbox: Outbox | undefined;
  #addressLoad: Promise<void> | undefined;
  #reasonsLoad: Promise<void> | undefined;

  constructor(
    private readonly i18n: FormWords,
    private readonly host: Omit<LateHost, 'i18n' | 'paperList'>,
    private readonly root: () => ShadowRoot,
  ) {
    this.#host = { i18n, paperList: this.paperList, ...host };
    this.#paperList = new LatePart(this.#quiet, async () => {
      const { PaperList: List, formPapers, papers } = await paperListCode();
      await i18n.use(formPapers);
      await i18n.use(papers);
      return new List(this.#host, root());
    });
    this.#late = this.#latePart();
  }

  get #quiet(): Pick<LateHost, 'i18n' | 'requestUpdate'> {
    const { i18n, requestUpdate } = this.#host;
    return { i18n, requestUpdate };
  }

  /** The parts, where they are there. */
  get parts(): LateParts | undefined {
    return this.#late.part;
  }

  /** What they show is of one application, and of nobody who comes after it. */
  drop(): void {
    this.parts?.close();
    this.#late = this.#latePart();
    this.host.requestUpdate();
  }

  /** Papers, card, receipt, payment; and what to do where their code did not come. */
  readonly render: StepsView['late'] = (render) => this.#late.render(render);

  readonly paperList: LateHost['paperList'] = (show) => this.#paperList.render(show);

  #latePart(): LatePart<LateParts> {
    return new LatePart(this.#quiet, async () => {
      const { LateParts: Parts, formLate: words } = await import('./late.js');
      await this.i18n.use(words);
      return new Parts(this.#host, this.root());
    });
  }

  /**
   * What sends on what other pages of the site left behind, where they did.
   * @param here procedure that is open in this page, and sent from there
   */
  async openOutbox(here: string, network: Network): Promise<void> {
    if (this.outbox) return;
    const asked = (this.#outboxAsked = {});
    const isEmpty = (await waitingProcedures()).every((one) => one === here);
    // Without a network it does not come; what waits is sent from its own page as well.
    const loaded = isEmpty ? undefined : await import('../../src/ui/outbox.js').catch(() => undefined);
    if (!loaded || asked !== this.#outboxAsked) return;
    this.outbox = new loaded.Outbox(network, this.host.now, this.host.requestUpdate);
    await this.outbox.start(here);
  }

  closeOutbox(): void {
    this.#outboxAsked = undefined;
    this.outbox?.stop();
    this.outbox = undefined;
  }

  /** The names of places, where a form asks for an address. */
  addressHelp({ form }: FormState): AddressPart | undefined {
    const asks = form?.steps.some(({ groups }) =>
      groups.some(({ fields }) => fields.some(({ kind }) => kind === 'address')),
    );
    if (asks && !this.#addressLoad)
      this.#addressLoad = import('./address-late.js').then(
        async ({ AddressLate, formAddress: words }) => {
          await this.i18n.use(words);
          const { application, requestUpdate } = this.host;
          this.#addressHelp = new AddressLate(() => application.today, requestUpdate);
          requestUpdate();
        },
        // Free text is always possible.
        () => undefined,
      );
    return this.#addressHelp;
  }

  /** The words for what goes wrong on the way: mostly nothing does. */
  readonly reasonOf: StepsView['reasonOf'] = (code) => {
    if (!this.#reasonsLoad)
      this.#reasonsLoad = import('../../src/i18n/namespaces/receiving.js').then(
        async ({ receiving: words }) => {
          await this.i18n.use(words);
          this.#hasReasons = true;
          this.host.requestUpdate();
        },
        // Without a network the words that are here must do; with one they are asked for again.
        () => (this.#reasonsLoad = undefined),
      );
    return this.#hasReasons ? this.i18n.t(`receiving.${code}`) : undefined;
  };
}
