import { html, nothing, type TemplateResult } from 'lit';
import type { NextStep } from '../../src/catalog/next-step.js';
import { externalIcon, printerIcon } from '../../src/ui/icons.js';
import { hostOf, type Sheet, type Words } from './sheet.js';

interface ActionsView {
  readonly next: NextStep;
  readonly onApply: (event: Event) => void;
  readonly onPrint: () => void;
  readonly onPrintIntent: () => void;
}

/** Where to go next, and the sheet on paper. */
export function renderActions({ i18n }: Sheet, view: ActionsView): TemplateResult {
  return html`<div class="actions" part="actions">
    <p class="why ${view.next.kind === 'source' && !view.next.offline ? 'no-print' : ''}">
      ${whyWords(i18n, view.next)}
    </p>
    ${renderNext(i18n, view)}
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
  if (next.kind === 'desk') return nothing;
  if (next.kind === 'apply') {
    return html`<a class="button primary no-print" part="apply" href=${next.address} @click=${onApply}
      >${i18n.t('apply')}${externalIcon()}</a
    >`;
  }
  const host = hostOf(next.address);
  return html`<a class="button primary no-print" href=${next.address} rel="noreferrer"
    >${/(^|\.)dichvucong\.gov\.vn$/u.test(host) ? i18n.t('source.national') : i18n.t('source.page', { host })}${externalIcon()}</a
  >`;
}

function whyWords(i18n: Words, next: NextStep): string {
  switch (next.kind) {
    case 'apply':
      return i18n.t(next.sure ? 'apply.where' : 'apply.unsure', { host: hostOf(next.address) });
    case 'source':
      return i18n.t(next.offline ? 'source.offline' : 'source.why');
    case 'desk':
      return i18n.t('desk');
  }
}
