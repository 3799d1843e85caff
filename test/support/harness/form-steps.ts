import { fixture, html } from '@open-wc/testing';
import '../../../components/form-steps/form-steps.js';
import type { FormSteps } from '../../../components/form-steps/form-steps.js';
import { aCatalog, aLevelList, aRecord, type ProcedureRecord } from '../builders.js';
import { goTo, ready, root, stepOf, until } from '../drive-form.js';
import { aReceivingSystem, FORM, GATEWAY, NOW } from '../receiving-system.js';

export * from '../drive-form.js';
export * from '../receiving-system.js';
export { emptyBrowser, found, withoutHttps } from '../storage.js';

export interface Opening extends Partial<
  Pick<
    FormSteps,
    'destination' | 'device' | 'assisted' | 'form' | 'network' | 'code' | 'clock' | 'idleMinutes' | 'gateway'
  >
> {
  readonly level?: string;
  readonly record?: Partial<ProcedureRecord>;
  readonly lang?: string;
}

/** Opens an application at its first step. */
export async function openSteps(opening: Opening = {}): Promise<FormSteps> {
  const { level = '4', record, lang = 'vi', ...properties } = opening;
  const catalog = aCatalog([
    aRecord({
      paperGroups: [{ papers: [{ name: 'Giấy chứng sinh' }, { name: 'Thẻ căn cước' }] }],
      ...record,
    }),
    aRecord({ code: '2.000635', name: 'Cấp bản sao trích lục' }),
  ]);
  const levels = [
    aLevelList(
      [
        { code: '1.001193', level },
        { code: '2.000635', level },
      ],
      { scheme: 'vn-2011' },
    ),
  ];
  const parent = await fixture<HTMLElement>(html`<div lang=${lang}></div>`);
  const element = document.createElement('dvc-form-steps');
  Object.assign(element, {
    code: '1.001193',
    catalog,
    levels,
    form: FORM,
    clock: () => NOW,
    destination: 'gateway',
    gateway: GATEWAY,
    network: aReceivingSystem().network,
    ...properties,
  });
  parent.append(element);
  await ready(element);
  // Who helps comes with the late parts.
  if (opening.assisted)
    await until(
      () => stepOf(element) !== 'Chuẩn bị' || root(element).querySelector('.person'),
      'the helper is asked',
    );
  return element;
}

/** Opens one, and goes on to where its papers are asked for. */
export async function atPapers(opening: Opening = {}): Promise<FormSteps> {
  const element = await openSteps(opening);
  await goTo(element, 'Giấy tờ đính kèm');
  await until(() => root(element).querySelector('.wanted'), 'the papers are listed');
  return element;
}
