import { html, nothing, type TemplateResult } from 'lit';
import type { NextStep } from '../../src/catalog/next-step.js';
import { externalIcon, printerIcon } from '../../src/ui/icons.js';
import { leavesSite } from '../../src/ui/link-template.js';
import { hostOf, type Sheet, type Words } from './sheet.js';

interface ActionsView {
  readonly next: NextStep;
  /** Who announced the level. */
  readonly publisher: string;
  readonly onApply: (event: Event) => void;
  readonly onPrint: () => void;
  readonly onPrintIntent: () => void;
}

/** Where to go next, and the sheet on paper. */
export function renderActions({ i18n }: Sheet, view: ActionsView): TemplateResult {
  return html`<div class="actions" part="actions">
    ${renderWhy(i18n, view)} ${renderNext(i18n, view)}
    <button
      type="button"
      class="button no-print"
      @click=${view.onPrint}
      @pointerenter=${view.onPrintIntent}
      @focus=${view.onPrintIntent}
    >
      ${printerIcon()}${i18n.t('print')}
    </button>
  </div>`;
}

function renderNext(i18n: Words, { next, onApply }: ActionsView): TemplateResult | typeof nothing {
  if (next.kind === 'desk' || next.address === undefined) return nothing;
  if (next.kind === 'apply') {
    return html`<a class="button primary no-print" part="apply" href=${next.address} @click=${onApply}
      >${i18n.t('apply')}${leavesSite(next.address) ? externalIcon() : nothing}</a
    >`;
  }
  const host = hostOf(next.address);
  return html`<a class="button primary no-print" href=${next.address} rel="noreferrer"
    >${/(^|\.)dichvucong\.gov\.vn$/u.test(host) ? i18n.t('source.national') : i18n.t('source.page', { host })}${externalIcon()}</a
  >`;
}

function renderWhy(i18n: Words, { next, publisher }: ActionsView): TemplateResult | typeof nothing {
  // That it is over stands above, and leads on.
  if (next.kind === 'over') return nothing;
  const isPlain = next.kind === 'source' && ['yes', 'depends'].includes(next.online.answer);
  return html`<p class="why ${isPlain ? 'no-print' : ''}">${whyWords(i18n, next, publisher)}</p>`;
}

function whyWords(i18n: Words, next: Exclude<NextStep, { kind: 'over' }>, publisher: string): string {
  const { answer, level } = next.online;
  if (answer === 'disputed') {
    return i18n.t(level === 'yes' ? 'disputed.level-yes' : 'disputed.level-no', { publisher });
  }
  if (answer === 'no') return i18n.t(level === 'no' ? 'offline.level' : 'offline.ways', { publisher });
  if (next.kind !== 'apply') return i18n.t(next.kind === 'source' ? 'source.why' : 'desk');
  if (!leavesSite(next.address)) return i18n.t(answer === 'yes' ? 'apply.here' : 'apply.unsure-here');
  return i18n.t(answer === 'yes' ? 'apply.where' : 'apply.unsure', { host: hostOf(next.address) });
}
