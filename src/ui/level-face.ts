import { html, type TemplateResult } from 'lit';
import type { levels } from '../i18n/namespaces/levels.js';
import { TONES, type Tone } from '../levels/level-scheme.js';
import { convertLevel, findLevel, type SchemeLevel } from '../levels/schemes.js';
import type { PortalSettings } from './configure.js';
import type { LocalizeController } from './localize-controller.js';

/** A level as it is shown: what was found, in which tone, under which name. */
export interface LevelFace {
  /** Undefined where nobody announced a level or no scheme knows it. */
  readonly found: SchemeLevel | undefined;
  readonly tone: Tone;
  readonly name: string;
}

interface AnnouncedCode {
  /** As announced; undefined where nobody announced one. */
  readonly code: string | undefined;
  /** Made up for a sample page. */
  readonly illustration: boolean;
  /** Not all lists of levels could be read: that nobody announced one cannot be said. */
  readonly isUnread: boolean;
  /** Scheme to show it in; without it as it was announced. */
  readonly scheme: string | undefined;
}

type Words = Pick<LocalizeController<readonly [typeof levels]>, 't' | 'text'>;

/** Reads a level for show. Nothing is guessed: what is not announced and what is not known are said to be so. */
export function readLevel(
  i18n: Words,
  { schemes }: PortalSettings,
  { code, illustration, isUnread, scheme }: AnnouncedCode,
): LevelFace {
  const announced = findLevel(code ?? '', undefined, schemes);
  const found = announced && scheme ? convertLevel(announced, scheme, schemes) : announced;
  if (!found) {
    const name = code
      ? i18n.t('badge.unreadable', { level: code })
      : i18n.t(isUnread ? 'badge.unread' : 'badge.unknown');
    return { found, tone: 'unknown', name };
  }
  const name = i18n.text(found.level.name);
  return {
    found,
    tone: found.level.tone,
    name: illustration ? i18n.t('badge.illustrated', { name }) : name,
  };
}

/** Three bars, as many filled as the tone is high, and the name: told apart without colour, too. */
export function renderLevelFace({ tone, name }: LevelFace): TemplateResult {
  const filled = TONES.indexOf(tone);
  return html`<span class="meter" aria-hidden="true"
      >${TONES.slice(1).map((_, step) => html`<i class=${step < filled ? 'filled' : ''}></i>`)}</span
    ><span class="name">${name}</span>`;
}
