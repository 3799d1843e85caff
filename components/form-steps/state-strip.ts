import { html, nothing, type TemplateResult } from 'lit';
import type { Receipt } from '../../src/forms/submission.js';
import type { Application } from '../../src/ui/application.js';
import { savedIcon, warningIcon } from '../../src/ui/form-icons.js';
import { checkIcon, offlineIcon } from '../../src/ui/icons.js';
import type { SendState } from '../../src/ui/sender.js';
import { timeWords, type Words } from './view.js';

export const receivedWords = (
  i18n: Words,
  { office, receivedAt, dossier }: Pick<Receipt, 'office' | 'receivedAt' | 'dossier'>,
): string => i18n.t('state.received', { office, time: timeWords(i18n, new Date(receivedAt)), code: dossier });

/** For what it waits, whether it may have arrived, and what becomes of it here. */
export const waitingWords = (
  i18n: Words,
  { code, mayBeThere }: Extract<SendState, { stage: 'waiting' }>,
  isOnlyHere: boolean,
): string =>
  [
    i18n.t(code === 'offline' || code === 'gate' ? 'state.waiting' : 'state.office'),
    mayBeThere ? i18n.t('state.unsure') : '',
    isOnlyHere ? i18n.t('state.only-here') : mayBeThere ? '' : i18n.t('state.kept'),
  ].join(' ');

/** Gone with the tab where others come, and where nothing could be kept. */
const isOnlyHere = ({ source, keeper }: Application): boolean =>
  source?.device === 'shared' || keeper.state === 'memory';

/** How a sending stands that did not go through, in one piece: for who cannot see where it is said. */
export function stageWords(i18n: Words, application: Application): string | undefined {
  const { sendState: state } = application;
  switch (state?.stage) {
    case 'waiting':
      return waitingWords(i18n, state, isOnlyHere(application));
    case 'short':
    case 'refused':
      return i18n.t(`send.${state.stage}`);
    default:
      return undefined;
  }
}

/** Always in view: where what was typed is now. A draft must never be taken for a dossier. */
export function renderStateStrip(
  i18n: Words,
  application: Application,
  onTakeOver: () => void,
): TemplateResult | typeof nothing {
  const { source, sendState, keeper } = application;
  if (source?.destination === 'practice') return html`<p class="practice-mark">${i18n.t('practice')}</p>`;
  const strip = (look: string, icon: TemplateResult, words: string | undefined, act: unknown = nothing) =>
    html`<p class="state ${look}" part="state">${icon}<span>${words}</span>${act}</p>`;
  if (sendState?.stage === 'received')
    return strip('received', checkIcon(), receivedWords(i18n, sendState.receipt));
  if (application.isElsewhere)
    return strip(
      'memory',
      warningIcon(),
      i18n.t('state.elsewhere'),
      html`<button type="button" class="button" @click=${onTakeOver}>${i18n.t('take-over')}</button>`,
    );
  if (sendState?.stage === 'waiting') return strip('waiting', offlineIcon(), stageWords(i18n, application));
  if (sendState?.stage === 'short') return strip('waiting', warningIcon(), i18n.t('state.short'));
  if (keeper.state === 'saved' && keeper.savedAt !== undefined)
    return strip(
      'saved',
      savedIcon(),
      i18n.t('state.saved', { time: timeWords(i18n, new Date(keeper.savedAt)) }),
    );
  return keeper.state === 'memory' ? strip('memory', warningIcon(), i18n.t('state.memory')) : nothing;
}
