import * as v from 'valibot';
import { cleanData } from '../shared/clean-data.js';
import { faultOf, headProblem } from '../shared/data-faults.js';
import type { Problem } from '../shared/result.js';
import {
  formSchema,
  type Field,
  type FieldGroup,
  type FormDefinition,
  type Rule,
} from './form-definition.js';
import type { DefinitionProblemCode } from './problems.js';

export interface ParsedForm {
  /** Undefined where anything is wrong: half a form must not be sent to an office. */
  readonly form: FormDefinition | undefined;
  readonly problems: readonly Problem<DefinitionProblemCode>[];
}

/** Checks a form definition (format version 1) as a whole. Never throws, never runs anything. */
export function parseForm(json: unknown): ParsedForm {
  const result = v.safeParse(formSchema, cleanData(json));
  if (!result.success) return { form: undefined, problems: result.issues.map(problemOf) };
  const problems = [...namesTwice(result.output), ...fieldsMissing(result.output)];
  return { form: problems.length > 0 ? undefined : result.output, problems };
}

function problemOf(issue: v.BaseIssue<unknown>): Problem<DefinitionProblemCode> {
  const fault = faultOf(issue);
  if (headProblem(issue).code === 'unknown-format-version')
    return { code: 'form-version-unknown', params: { found: fault.found } };
  const code = fault.path.endsWith('.kind') ? 'field-kind-unknown' : 'form-invalid';
  return { code, params: fault };
}

/** A name is the key of an answer, so fields outside repeated groups and those groups share one space. */
function namesTwice({ steps }: FormDefinition): Problem<DefinitionProblemCode>[] {
  const groups = steps.flatMap((step) => step.groups);
  const outer = groups.flatMap(({ name, repeat, fields }) =>
    repeat ? [name] : fields.map((field) => field.name),
  );
  const inner = groups.flatMap(({ name, repeat, fields }) =>
    repeat ? repeated(fields.map((field) => field.name)).map((field) => `${name}.${field}`) : [],
  );
  return [...repeated(outer), ...inner, ...repeated(steps.map(({ name }) => name))].map((path) => ({
    code: 'form-name-twice',
    params: { path },
  }));
}

const repeated = (names: readonly string[]): string[] => [
  ...new Set(names.filter((name, at) => names.indexOf(name) !== at)),
];

/** Rules and computed values that speak of nothing, or of what comes later: they would silently never apply. */
function fieldsMissing({ steps, fees, addressee }: FormDefinition): Problem<DefinitionProblemCode>[] {
  const problems: Problem<DefinitionProblemCode>[] = [];
  const known = new Set<string>();
  const inEntries = new Set<string>();
  const look = (paths: readonly string[], where: string, inEntry: ReadonlySet<string> = known) => {
    for (const found of paths) {
      const [name = ''] = found.split('.');
      if (
        inEntry === inEntries
          ? !known.has(found) && !inEntries.has(found)
          : !known.has(name) && !inEntry.has(name)
      )
        problems.push({ code: 'form-field-missing', params: { path: where, found } });
    }
  };
  for (const step of steps) {
    look(pathsOf(step.when), step.name);
    for (const group of step.groups) {
      look(pathsOf(group.when), group.name);
      // More at least than at most: nobody could ever answer it.
      for (const { least = -Infinity, most = least, shortest = 0, longest = shortest } of limitsIn(group))
        if (least > most || shortest > longest)
          problems.push({ code: 'form-invalid', params: { path: group.name, reason: 'least' } });
      const own = group.repeat ? new Set<string>() : known;
      for (const field of group.fields) {
        look(pathsIn(field), field.name, own);
        own.add(field.name);
        if (group.repeat) inEntries.add(`${group.name}.${field.name}`);
      }
      if (group.repeat) known.add(group.name);
    }
  }
  for (const { when, times, copies } of fees?.lines ?? []) {
    look(pathsOf(when), 'fees');
    // What is counted is a number by itself or of each entry: misspelt, it would cost nothing.
    look(
      [times, copies].filter((one) => one !== undefined),
      'fees',
      inEntries,
    );
  }
  if (addressee !== undefined) look([addressee], 'addressee');
  for (const { when } of fees?.reductions ?? []) look(pathsOf(when), 'fees');
  return problems;
}

interface Limits {
  readonly least?: number;
  readonly most?: number;
  readonly shortest?: number;
  readonly longest?: number;
}

/** Of a group, and of each of its fields; what is not given limits nothing. */
const limitsIn = ({ repeat, fields }: FieldGroup): Limits[] => [{ ...repeat }, ...(fields as Limits[])];

function pathsIn(field: Field): string[] {
  const required = typeof field.required === 'object' ? pathsOf(field.required) : [];
  const value = 'value' in field ? field.value : undefined;
  const computed = !value
    ? []
    : 'sum' in value
      ? value.sum
      : 'join' in value
        ? value.join
        : ['copy' in value ? value.copy : value.count];
  return [...pathsOf(field.when), ...required, ...computed];
}

function pathsOf(rule: Rule | undefined): string[] {
  if (!rule) return [];
  if ('all' in rule) return rule.all.flatMap(pathsOf);
  if ('any' in rule) return rule.any.flatMap(pathsOf);
  return 'not' in rule ? pathsOf(rule.not) : [rule.field];
}
