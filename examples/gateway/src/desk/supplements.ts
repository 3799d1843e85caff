import { html } from 'hono/html';
import { answersAfter, askedLast } from '../../../../src/forms/asked-parts.js';
import type { AskedPart } from '../../../../src/forms/asked-schema.js';
import { shownAnswers } from '../../../../src/forms/shown-answers.js';
import type { SentFile } from '../../../../src/forms/submission.js';
import { paperTold } from '../../../../src/gateway/tracked-view.js';
import type { DeskDossier } from './desk-dossiers.js';
import type { Html } from './page.js';
import { textOf } from './shown-text.js';
import { PART_WORDS, WORDS } from './words.js';

/** What a box of the form carries: the kind, and the name as it is. */
const SIGN = ':';

export const partOf = (value: string): { readonly kind: 'field' | 'paper'; readonly name: string } => {
  const [kind = '', ...name] = value.split(SIGN);
  return { kind: kind === 'paper' ? 'paper' : 'field', name: name.join(SIGN) };
};

export const partLabel = (part: AskedPart): string =>
  part.kind === 'field' && part.part !== undefined
    ? `${part.label.vi}: ${PART_WORDS[part.part] ?? part.part}`
    : part.label.vi;

/** Boxes to tick what is asked for, or was brought, by the dossier’s own names. */
export function partBoxes(
  all: readonly AskedPart[],
  words: Readonly<Record<AskedPart['kind'] | 'hint', string>>,
  ticked: readonly string[],
): Html {
  const boxes = (kind: AskedPart['kind'], title: string) => {
    const parts = all.filter((part) => part.kind === kind);
    return parts.length === 0
      ? ''
      : html`<fieldset>
          <legend>${title}</legend>
          ${parts.map((part) => {
            const value = kind + SIGN + part.name;
            return html`<label class="tick"
              ><input
                type="checkbox"
                name="part"
                value="${value}"
                ${ticked.includes(value) ? 'checked' : ''}
              />
              ${partLabel(part)}</label
            >`;
          })}
        </fieldset>`;
  };
  return html`<p class="hint">${words.hint}</p>
    ${boxes('field', words.field)} ${boxes('paper', words.paper)}`;
}

interface Supplemented {
  readonly label: string;
  readonly before: Html | string;
  readonly after: Html | string;
}

/** What a row of the history brought, beside what was there before. */
export function supplemented(
  dossier: DeskDossier,
  at: number,
  linkTo: (file: Pick<SentFile, 'id' | 'name'>) => Html,
): Supplemented[] {
  const { form, sent, history } = dossier;
  const earlier = history.slice(0, at);
  const row = history[at];
  if (row?.act !== 'supplement') return [];
  const words = (rows: typeof history): ReadonlyMap<string, string> =>
    new Map(
      (form ? shownAnswers(form, answersAfter(sent.answers, rows)) : []).flatMap(({ groups }) =>
        groups.flatMap((group) => group.rows.map(({ path, value }) => [path, textOf(value)] as const)),
      ),
    );
  const [before, after] = [words(earlier), words(history.slice(0, at + 1))];
  const held = [...sent.files, ...earlier.flatMap(({ files = [] }) => files)];
  return askedLast(earlier).map((part): Supplemented => {
    const label = partLabel(part);
    if (part.kind === 'field')
      return {
        label,
        before: before.get(part.name) ?? WORDS.none,
        // A form that has changed since does not know the field: then what was sent, as it came.
        after: after.get(part.name) ?? JSON.stringify(row.answers?.[part.name] ?? WORDS.none),
      };
    const isFor = ({ name, paper = name }: SentFile) => paperTold(paper) === paperTold(part.name);
    const links = (files: readonly SentFile[]) =>
      files.length > 0 ? html`${files.map((file) => html`${linkTo(file)} `)}` : WORDS.noPaper;
    return { label, before: links(held.filter(isFor)), after: links((row.files ?? []).filter(isFor)) };
  });
}

/** The same as a table; nothing where nothing was ticked. */
export const supplementTable = (rows: readonly Supplemented[]): Html | string =>
  rows.length === 0
    ? ''
    : html`<table>
        <thead>
          <tr>
            <th scope="col">${WORDS.partAsked}</th>
            <th scope="col">${WORDS.partBefore}</th>
            <th scope="col">${WORDS.partAfter}</th>
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            ({ label, before, after }) =>
              html`<tr>
                <th scope="row">${label}</th>
                <td>${before}</td>
                <td>${after}</td>
              </tr>`,
          )}
        </tbody>
      </table>`;
