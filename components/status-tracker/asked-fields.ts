import { html, type TemplateResult } from 'lit';
import type { Answer, Answers } from '../../src/forms/answers.js';
import { checkAsked } from '../../src/forms/asked-parts.js';
import type { AskedField } from '../../src/forms/asked-schema.js';
import type { AnswerProblem, CheckedAnswers } from '../../src/forms/check-answers.js';
import { tidyTyped, type TypedKind } from '../../src/forms/tidy-typed.js';
import { dayInVietnam } from '../../src/shared/clock.js';
import {
  renderChoice,
  renderChoices,
  renderTyped,
  type Control,
  type ControlView,
} from '../../src/ui/controls.js';
import { controlId } from '../../src/ui/field-words.js';
import { labelOf } from './asked-label.js';
import type { TrackerHost } from './late-host.js';
import type { Words } from './view.js';

const PERSON_KINDS = {
  name: 'name',
  birth: 'birth',
  sex: 'choice',
  number: 'citizen-number',
  address: 'text',
} as const;

const kindOf = ({ type, part }: AskedField): TypedKind =>
  type === 'person' ? PERSON_KINDS[part ?? 'name'] : type === 'address' ? 'text' : type;

function hintOf(i18n: Words, { type, part, precision }: AskedField): string | undefined {
  const kind = part ?? type;
  switch (kind) {
    case 'name':
    case 'address':
      return i18n.t(`hint.${kind}`);
    case 'number':
      return part ? i18n.t('hint.number') : undefined;
    case 'citizen-number':
      return i18n.t('hint.number');
    case 'date':
    case 'birth':
      return i18n.t(
        precision === 'month' ? 'hint.date-month' : precision === 'day' ? 'hint.date' : 'hint.date-year',
      );
    default:
      return undefined;
  }
}

/** The fields that an office asks for, one labelled control each, checked by the rules of the form they are from. */
export class AskedFields {
  #given: Answers = {};
  readonly #left = new Set<string>();
  #hasTried = false;

  constructor(
    private readonly host: TrackerHost,
    private readonly onTyped: () => void,
  ) {}

  /** As typed. */
  get given(): Answers {
    return this.#given;
  }
  set given(given: Answers) {
    this.#given = given;
    this.host.requestUpdate();
  }

  /** What was answered, and what keeps it from being sent; from now on all of that is said. */
  finish(fields: readonly AskedField[]): CheckedAnswers {
    this.#hasTried = true;
    return this.#check(fields);
  }

  #check(fields: readonly AskedField[]): CheckedAnswers {
    return checkAsked(fields, this.#given, dayInVietnam(this.host.now()));
  }

  /** @param refused what the receiving system says is wrong */
  render(fields: readonly AskedField[], refused: readonly AnswerProblem[]): TemplateResult {
    const checked = this.#check(fields);
    const isTold = ({ path, code }: AnswerProblem) =>
      this.#hasTried || (this.#left.has(path) && code !== 'required');
    const errors = checked.errors.filter(isTold);
    // What this page finds nothing wrong with may be wrong by rules that it does not have yet.
    const theirs = refused.filter(({ path }) => !errors.some((error) => error.path === path));
    const view: ControlView = {
      i18n: this.host.i18n,
      errors: [...errors, ...theirs],
      warnings: checked.warnings.filter(isTold),
      onAnswer: ({ field }, value) => {
        this.#left.delete(field);
        this.#answer(field, value);
      },
      onLeave: ({ field }, kind) => {
        const typed = this.#given[field];
        this.#left.add(field);
        this.#answer(field, typeof typed === 'string' ? tidyTyped(kind, typed) : (typed ?? undefined));
      },
    };
    return html`${fields.map((field) => this.#renderField(view, field))}`;
  }

  #answer(name: string, value: Answer | undefined): void {
    this.given = { ...this.#given, [name]: value };
    this.onTyped();
  }

  #renderField(view: ControlView, field: AskedField): TemplateResult {
    const { i18n } = this.host;
    const control: Control = {
      view,
      place: { field: field.name },
      label: labelOf(i18n, field),
      hint: hintOf(i18n, field),
      required: true,
      value: this.#given[field.name] ?? undefined,
      kind: kindOf(field),
    };
    const options = (field.options ?? []).map(({ value, label }) => [value, i18n.text(label)] as const);
    if (field.part === 'sex')
      return renderChoice(control, [
        ['male', i18n.t('sex.male')],
        ['female', i18n.t('sex.female')],
      ]);
    switch (field.type) {
      case 'choice':
        return renderChoice(control, options);
      case 'choices':
        return renderChoices(control, options);
      case 'yes-no':
        return renderChoice(control, [
          ['true', i18n.t('yes')],
          ['false', i18n.t('no')],
        ]);
      default:
        return renderTyped(control);
    }
  }
}

/** Where the first of what is wrong is to be mended. */
export const firstWrong = ({ errors: [first] }: CheckedAnswers): string | undefined =>
  first && `#${controlId(first.path)}`;
