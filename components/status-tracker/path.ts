import { html, nothing, type TemplateResult } from 'lit';
import { dossierPath, type PathStep } from '../../src/dossiers/dossier-path.js';
import { renderHeading } from '../../src/ui/heading.js';
import { checkIcon } from '../../src/ui/icons.js';
import type { Situation, TrackerView } from './view.js';

/** The steps that are done, the one it is at, and those still to come, with their days. */
export function renderPath(view: TrackerView, { told, isLate }: Situation): TemplateResult {
  const { i18n, stages } = view;
  const steps = dossierPath(
    {
      standing: told.standing,
      sentAt: told.sentAt,
      receivedAt: told.receivedAt,
      history: told.level === 1 ? told.history : undefined,
    },
    stages,
  );
  return html`<section class="part">
    ${renderHeading(view.headingLevel + 1, i18n.t('path'), 'part-title')}
    <ol class="path" part="steps">
      ${steps.map(
        (step, at) =>
          html`<li class=${step.standing} aria-current=${step.standing === 'current' ? 'step' : nothing}>
            <span class="dot" aria-hidden="true">${step.standing === 'done' ? checkIcon() : at + 1}</span>
            <span class="step-name">${i18n.t(`path.${step.stage}`)}</span>
            <span class="step-when">${whenOf(view, step, told.due?.on, isLate)}</span>
          </li>`,
      )}
    </ol>
  </section>`;
}

function whenOf(
  { i18n }: TrackerView,
  { stage, standing, at }: PathStep,
  due: string | undefined,
  isLate: boolean,
): string {
  const day = at === undefined ? undefined : i18n.instant(new Date(at));
  const words = i18n.t(`path.${standing}`);
  if (standing === 'done') return day ?? `${words}, ${i18n.t('path.unknown')}`;
  if (standing === 'current') return day === undefined ? words : `${words}, ${day}`;
  if (standing === 'expected' && stage === 'ready' && due !== undefined)
    return i18n.t(isLate ? 'path.overdue' : 'path.expected-by', { day: i18n.day(due) });
  return words;
}
