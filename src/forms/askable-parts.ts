import type { LocalizedText } from '../shared/localized-text.js';
import type { Answers } from './answers.js';
import { ASKED_TYPES, type AskedField, type AskedPart, type PartName } from './asked-schema.js';
import { isCounted } from './check-answers.js';
import type { Field, FieldGroup, FormDefinition } from './form-definition.js';
import { shownAnswers, type ShownRow } from './shown-answers.js';
import type { SentFile } from './submission.js';

/** What an office may ask for once more: what the form asked, as far as somebody answers it, and the papers. */
export function askableParts(
  form: FormDefinition | undefined,
  answers: Answers,
  files: readonly Pick<SentFile, 'name' | 'paper'>[],
): AskedPart[] {
  const shown = form ? shownAnswers(form, answers).flatMap(({ groups }) => groups) : [];
  const fields = shown.flatMap(({ group, entry, rows }) =>
    rows.flatMap((row): AskedField[] => askedField(row, group, entry, form) ?? []),
  );
  const asked = shown.flatMap(({ rows }) =>
    rows.filter(({ field }) => field.kind === 'attachment').map(({ field }) => field.label.vi),
  );
  const papers = new Set([...asked, ...files.map(({ name, paper }) => paper ?? name)]);
  return [...fields, ...[...papers].map((name) => ({ kind: 'paper', name, label: { vi: name } }) as const)];
}

/** The parts of these names, in the order that the form has; undefined where one of them may not be asked for. */
export function chosenParts(
  askable: readonly AskedPart[],
  names: readonly PartName[],
): AskedPart[] | undefined {
  const isIt = (part: AskedPart) => (wanted: PartName) =>
    wanted.kind === part.kind && wanted.name === part.name;
  const chosen = askable.filter((part) => names.some(isIt(part)));
  return names.every((wanted) => chosen.some((part) => isIt(part)(wanted))) ? chosen : undefined;
}

function askedField(
  { path, field, part }: ShownRow,
  group: FieldGroup,
  entry: number | undefined,
  form: FormDefinition | undefined,
): AskedField[] | undefined {
  const isWhole = field.kind === 'number' && (field.whole || isCounted(form, path));
  const type = ASKED_TYPES.find((one) => one === field.kind);
  if (!type || 'value' in field) return undefined;
  return [
    {
      kind: 'field',
      name: path,
      label: labelIn(field, group, entry),
      type,
      ...(part !== undefined && { part: part as NonNullable<AskedField['part']> }),
      ...rulesOf(field),
      ...(isWhole && { whole: true }),
    },
  ];
}

/** Of one entry of many, it must be said which. */
function labelIn({ label }: Field, { repeat }: FieldGroup, entry: number | undefined): LocalizedText {
  if (!repeat || entry === undefined) return label;
  const words = Object.entries(label).map(([language, said]) => {
    const whole = Object.hasOwn(repeat.entry, language) ? repeat.entry[language] : repeat.entry.vi;
    return [language, `${whole ?? repeat.entry.vi} ${String(entry)} – ${said}`] as const;
  });
  return Object.fromEntries(words) as unknown as LocalizedText;
}

const RULES = ['options', 'precision', 'shortest', 'longest', 'least', 'most', 'unit'] as const;

function rulesOf(field: Field): Pick<AskedField, (typeof RULES)[number]> {
  const rules = RULES.flatMap((name) => {
    const rule = (field as Readonly<Partial<Record<string, unknown>>>)[name];
    return rule === undefined ? [] : [[name, rule] as const];
  });
  return Object.fromEntries(rules);
}
