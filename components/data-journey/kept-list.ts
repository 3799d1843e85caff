import { html, nothing, type TemplateResult } from 'lit';
import type { journey } from '../../src/i18n/namespaces/journey.js';
import { OWN_DEVICE_DAYS } from '../../src/shared/keep-times.js';
import { keptDays } from '../../src/ui/kept-days.js';
import type { KeptHere, KeptThing } from '../../src/ui/kept-here.js';
import type { LocalizeController } from '../../src/ui/localize-controller.js';

export type JourneyWords = LocalizeController<readonly [typeof journey]>;

const KILOBYTE = 1024;

function sizeOf(i18n: JourneyWords, bytes: number): string {
  const kilobytes = Math.ceil(bytes / KILOBYTE);
  return kilobytes < KILOBYTE
    ? i18n.t('size.kb', { size: i18n.number(kilobytes) })
    : i18n.t('size.mb', { size: i18n.number(Math.round((kilobytes / KILOBYTE) * 10) / 10) });
}

function untilWhen(i18n: JourneyWords, { kind, first, last }: KeptThing): string {
  if (kind === 'paper' || kind === 'copy') return i18n.t(`until.${kind}`);
  if (first === undefined || last === undefined) return i18n.t('until.unknown');
  const days = { first: i18n.instant(new Date(first)), last: i18n.instant(new Date(last)) };
  if (kind === 'shared') return i18n.t('until.shared', days);
  return i18n.t(days.first === days.last ? 'until' : 'until.range', days);
}

/** Something of the person, and no public data. */
export const isOwn = ({ kind }: KeptThing): boolean => kind !== 'copy';

/** What lies on this computer: how many of what, until when, and who could read it. */
export function renderKept(i18n: JourneyWords, { things, unread, others = 0 }: KeptHere): TemplateResult {
  if (unread === 'all') return html`<p class="note">${i18n.t('here.refused')}</p>`;
  const days = keptDays(navigator.userAgent);
  return html`${things.some(isOwn) || unread !== 'none' ? nothing : html`<p class="nothing">${i18n.t('here.nothing')}</p>`}
  ${unread === 'none' ? nothing : html`<p class="note">${i18n.t('here.part')}</p>`}
  ${
    things.length === 0
      ? nothing
      : html`<ul class="list" part="kept">
          ${things.map(
            (thing) =>
              html`<li>
                <p class="what">
                  ${i18n.t(`kept.${thing.kind}`, {
                    count: thing.count,
                    size: sizeOf(i18n, thing.bytes ?? 0),
                  })}
                </p>
                <p class="quiet">${untilWhen(i18n, thing)}</p>
              </li>`,
          )}
        </ul>`
  }
  ${
    things.some(isOwn)
      ? html`<p class="quiet">${i18n.t('kept.locked')}</p>
          <p class="quiet">${i18n.t('kept.over')}</p>`
      : nothing
  }
  ${
    things.length > 0 && days < OWN_DEVICE_DAYS
      ? html`<p class="quiet">${i18n.t('kept.webkit', { days })}</p>`
      : nothing
  }
  ${others > 0 ? html`<p class="quiet">${i18n.t('here.others', { count: others })}</p>` : nothing}`;
}
