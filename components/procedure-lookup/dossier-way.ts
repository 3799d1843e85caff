import { html, type TemplateResult } from 'lit';
import { tellApart } from '../../src/dossiers/tell-apart.js';
import { linkTo } from '../../src/ui/link-template.js';
import type { lookupDossier } from '../../src/i18n/namespaces/lookup-dossier.js';
import type { ListWords } from './list-words.js';

/* Fetched when what is typed may be the code of a dossier. */

export { lookupDossier } from '../../src/i18n/namespaces/lookup-dossier.js';

/** A dossier that somebody typed the code of, and the page that follows it. */
export interface DossierWay {
  readonly code: string;
  readonly url: string;
}

/** Where a dossier's code leads; undefined for words, and for the code of a procedure. */
export function wayTo(typed: string, template: string | undefined): DossierWay | undefined {
  const told = tellApart(typed);
  const url = told.kind === 'dossier' ? linkTo(template, told.code) : undefined;
  return told.kind === 'dossier' && url !== undefined ? { code: told.code, url } : undefined;
}

/** In place of results: a code finds no procedure, and is not looked for among them. */
export function renderDossierWay(
  { code, url }: DossierWay,
  i18n: ListWords<typeof lookupDossier>,
): TemplateResult {
  return html`<p class="status" tabindex="-1">${i18n.t('dossier')}</p>
    <p><a class="button primary way" href=${url}>${i18n.t('dossier-open', { code })}</a></p>`;
}
