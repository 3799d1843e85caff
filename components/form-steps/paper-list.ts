import { html, nothing, type CSSResult, type ReactiveController, type TemplateResult } from 'lit';
import {
  paperChecklist,
  type ChecklistGroup,
  type PaperChecklist,
} from '../../src/catalog/paper-checklist.js';
import type { Paper, Procedure } from '../../src/catalog/procedure.js';
import { isApplicantForm } from '../../src/forms/applicant-form-id.js';
import type { FormDefinition } from '../../src/forms/form-definition.js';
import { papersWithoutFile, type UnfiledGroup } from '../../src/forms/papers-without-file.js';
import { renderHeading } from '../../src/ui/heading.js';
import { warningIcon } from '../../src/ui/form-icons.js';
import { chevronIcon, infoIcon } from '../../src/ui/icons.js';
import { webAddress } from '../../src/ui/link-template.js';
import type { PaperCases } from '../../src/ui/paper-host.js';
import {
  copiesWords,
  groupTitle,
  groupsWords,
  renderListNotes,
  renderRemarks,
} from '../../src/ui/paper-list.js';
import { offerReadAloud, type ReadHost } from '../../src/ui/offer-read-aloud.js';
import { unfoldToPrint } from '../../src/ui/unfold-to-print.js';
import { changing } from './form-steps.styles.js';
import { renderGo, type GoView } from './go.js';
import { paperList } from './styles/paper-list.styles.js';
import type { Words } from './view.js';

export { formPapers } from '../../src/i18n/namespaces/form-papers.js';
export { papers } from '../../src/i18n/namespaces/papers.js';

/** Puts styles that come late below what changes the parts, as if they had been there from the beginning. */
export function adopt(root: ShadowRoot, { styleSheet }: CSSResult): void {
  const sheets = [...root.adoptedStyleSheets];
  if (styleSheet && !sheets.includes(styleSheet)) sheets.splice(-changing.length, 0, styleSheet);
  root.adoptedStyleSheets = sheets;
}

/** Lists with more papers in several cases show the names of the cases first, each to be opened. */
const LONG_LIST = 6;

/** What is to be known before the first question. */
interface Beforehand {
  readonly levelUnknown: boolean;
  readonly form: FormDefinition | undefined;
  /** Whether anything of it is asked for here. */
  readonly isAsked: boolean;
}

const renderNote = (words: string): TemplateResult =>
  html`<p class="note">${infoIcon()}<span>${words}</span></p>`;

interface PaperListHost {
  readonly i18n: Words;
  /** Level of the headings inside a step. */
  readonly headingLevel: () => number;
  readonly procedure: () => Procedure | undefined;
}

/** The papers that the procedure asks for, by case: told, ticked off, attached, and looked through for what has no file. */
export class PaperList implements ReactiveController {
  #fold = (): void => undefined;

  /** @param root where they are shown */
  constructor(
    private readonly host: PaperListHost,
    private readonly root: ShadowRoot,
  ) {
    adopt(root, paperList);
    const element = root.host as unknown as ReadHost;
    element.addController(this);
    offerReadAloud(element, host.i18n, () => import('./step-aloud.js'));
  }

  hostConnected(): void {
    // Nothing else that is folded belongs on paper.
    this.#fold = unfoldToPrint(
      () => this.root.querySelector('.listed') ?? this.root.ownerDocument.createDocumentFragment(),
    );
  }

  hostDisconnected(): void {
    this.#fold();
  }

  /** Without https nothing can be hashed or locked away, and nothing is sent; and what can be done then. */
  renderUnsafe(): TemplateResult {
    return html`<p class="error">${warningIcon()}<span>${this.host.i18n.t('prepare.unsafe')}</span></p>`;
  }

  /** @param sheet address of the page that tells more of the procedure */
  renderBring(sheet: string | undefined, told: Beforehand): unknown {
    const procedure = this.host.procedure();
    return [
      ...this.#notesOf(told).map(renderNote),
      procedure ? this.#renderPapers(procedure, sheet) : nothing,
    ];
  }

  /** That nobody knows the level, that there is no form of the procedure's own, and what takes its place. */
  #notesOf({ levelUnknown, form, isAsked }: Beforehand): string[] {
    const { i18n } = this.host;
    const intro = isAsked && isApplicantForm(form) && form?.steps[0]?.intro;
    return [
      ...(levelUnknown ? [i18n.t('prepare.level-unknown')] : []),
      ...(form ? [] : [i18n.t('prepare.no-form')]),
      ...(intro ? [i18n.text(intro)] : []),
    ];
  }

  #renderPapers(procedure: Procedure, sheet: string | undefined): TemplateResult {
    const { i18n } = this.host;
    const list = paperChecklist(procedure);
    const isShortened = list.publishedCount !== undefined || list.cutShort;
    const source = webAddress(procedure.source?.url);
    const hasSource = source !== undefined && list.groups.length > 0 && isShortened;
    return html`<section class="bring listed reviewed">
      ${renderHeading(this.host.headingLevel(), i18n.t('papers'), 'group-title')}
      ${
        list.groups.length === 0
          ? renderNote(
              list.publishedCount === undefined
                ? i18n.t('prepare.papers-unknown')
                : i18n.t('papers.untold', { count: list.publishedCount }),
            )
          : nothing
      }
      ${
        // Of several cases only one is somebody's, and of a shortened list nobody knows how long it is.
        list.groups.length === 1 && list.paperCount > 0 && !isShortened
          ? html`<p>${i18n.t('prepare.papers', { count: list.paperCount })}</p>`
          : nothing
      }
      ${this.#renderGroups(procedure, list, 'list')}
      ${
        sheet
          ? html`<p><a href=${sheet}>${i18n.t('prepare.papers-sheet')}</a></p>`
          : source && !hasSource
            ? html`<p><a href=${source} rel="noreferrer">${i18n.t('prepare.papers-source')}</a></p>`
            : nothing
      }
    </section>`;
  }

  /** To tick off on paper. */
  renderChecklist(): unknown {
    const procedure = this.host.procedure();
    const list = procedure && paperChecklist(procedure);
    if (!list || list.groups.length === 0) return nothing;
    return html`<section class="listed reviewed">
      ${renderHeading(this.host.headingLevel(), this.host.i18n.t('papers'), 'group-title')}
      ${this.#renderGroups(procedure, list, 'ticks')}
    </section>`;
  }

  /** The papers to attach, where they are asked for by case. */
  cases(): PaperCases | undefined {
    const procedure = this.host.procedure();
    const list = procedure && paperChecklist(procedure);
    if (!list?.groups.some((group, at) => this.#title(list, group, at) !== undefined)) return undefined;
    return {
      intro: groupsWords(this.host.i18n, list.groups),
      cases: list.groups
        .map((group, at) => ({
          title: this.#title(list, group, at) ?? '',
          lang: group.case === undefined ? undefined : 'vi',
          names: group.papers.map(({ name }) => name),
          isOpen: !isLong(list),
        }))
        .filter(({ names }) => names.length > 0),
    };
  }

  /**
   * @param hasFile whether a paper of this name is there, or need not be
   * @param sends whether it is sent from here
   */
  renderMissing(hasFile: (name: string) => boolean, sends: boolean): unknown {
    const procedure = this.host.procedure();
    if (!procedure) return nothing;
    const { i18n } = this.host;
    const list = paperChecklist(procedure);
    const { missing, depends } = papersWithoutFile(list.groups, hasFile);
    return html`${
      missing.length > 0
        ? html`<div class="note">
            ${infoIcon()}
            <div>
              <p>${i18n.t(sends ? 'review.missing' : 'review.missing-here')}</p>
              ${missing.map((one) => {
                const title = this.#title(list, one.group, one.at);
                return html`${title ? html`<p class="case-name">${this.#inVietnamese(one.group, title)}</p>` : nothing}
                ${renderNames(one)}`;
              })}
            </div>
          </div>`
        : nothing
    }
    ${
      depends.length > 0
        ? html`<p>${i18n.t('review.depends')}</p>
            ${depends.map((one) => this.#renderCase(list, one.group, one.at, renderNames(one)))}`
        : nothing
    }`;
  }

  renderGo = (view: GoView): TemplateResult => renderGo(this.host.i18n, view);

  #renderGroups(procedure: Procedure, list: PaperChecklist, look: 'list' | 'ticks'): TemplateResult {
    const { i18n } = this.host;
    const source = webAddress(procedure.source?.url);
    return html`${
      list.groups.length > 0
        ? renderListNotes(
            i18n,
            list,
            source ? html`<a href=${source} rel="noreferrer">${i18n.t('papers.full')}</a>` : nothing,
          )
        : nothing
    }
    ${list.groups.map((group, at) =>
      this.#renderCase(
        list,
        group,
        at,
        html`${
          group.papers.length > 0
            ? html`<ul class=${look}>
                ${group.papers.map((paper) => this.#renderPaper(paper))}
              </ul>`
            : nothing
        }${renderRemarks(i18n, group)}`,
      ),
    )}`;
  }

  #renderPaper(paper: Paper): TemplateResult {
    return html`<li>
      <span
        ><span lang="vi">${paper.name}</span>
        <span class="copies">${copiesWords(this.host.i18n, paper)}</span></span
      >
    </li>`;
  }

  /** What is asked for in one case, under its name, where it has one. */
  #renderCase(
    list: PaperChecklist,
    group: ChecklistGroup,
    at: number,
    content: TemplateResult,
  ): TemplateResult {
    const title = this.#title(list, group, at);
    if (title === undefined) return content;
    return html`<details class="case" ?open=${!isLong(list)}>
      <summary><span class="case-name">${this.#inVietnamese(group, title)}</span>${chevronIcon()}</summary>
      ${content}
    </details>`;
  }

  #title({ groups }: PaperChecklist, group: ChecklistGroup, at: number): string | undefined {
    return groupTitle(this.host.i18n, group, at, groups.length);
  }

  /** A case is named by the data; a number in the words of the page. */
  #inVietnamese = (group: ChecklistGroup, title: string): unknown =>
    group.case === undefined ? title : html`<span lang="vi">${title}</span>`;
}

const isLong = ({ groups, paperCount }: PaperChecklist): boolean =>
  groups.length > 1 && paperCount > LONG_LIST;

const renderNames = ({ names }: UnfiledGroup): TemplateResult =>
  html`<ul class="list">
    ${names.map((name) => html`<li lang="vi">${name}</li>`)}
  </ul>`;
