import { answerAt, entriesOf, isFilled, type Answer, type Answers } from './answers.js';
import type { Computed, Rule } from './form-definition.js';

/**
 * Whether a rule holds. The same evaluation runs in the browser and in a gateway; nothing in a rule is ever executed.
 * @param entry of the repeated group that the rule stands in
 */
export function holds(rule: Rule, answers: Answers, entry?: Answers): boolean {
  if ('all' in rule) return rule.all.every((part) => holds(part, answers, entry));
  if ('any' in rule) return rule.any.some((part) => holds(part, answers, entry));
  if ('not' in rule) return !holds(rule.not, answers, entry);
  const answer = answerAt(rule.field, answers, entry);
  if ('filled' in rule) return isFilled(answer) === rule.filled;
  if ('is' in rule) return isOne(answer, [rule.is]);
  if ('in' in rule) return isOne(answer, rule.in);
  // What was not answered is neither small nor large.
  if (typeof answer !== 'number') return false;
  return 'least' in rule ? answer >= rule.least : answer <= rule.most;
}

/** Of several choices one is enough. */
function isOne(answer: Answer | undefined, wanted: readonly (string | number | boolean)[]): boolean {
  if (Array.isArray(answer)) return answer.some((one) => typeof one === 'string' && wanted.includes(one));
  return typeof answer !== 'object' && answer !== undefined && wanted.includes(answer);
}

/** Most letters of texts that are joined: each that joins another twice would double it. */
export const LONGEST_JOINED = 10_000;

/** Works out a computed value; undefined where what it needs was not answered. */
export function compute(computed: Computed, answers: Answers, entry?: Answers): Answer | undefined {
  if ('count' in computed) return entriesOf(answers, computed.count).length;
  if ('copy' in computed) return answerAt(computed.copy, answers, entry);
  if ('join' in computed) {
    const texts = computed.join.map((path) => answerAt(path, answers, entry));
    const words = texts.filter((text) => typeof text === 'string' || typeof text === 'number');
    return words.length > 0 ? words.join(computed.with).slice(0, LONGEST_JOINED) : undefined;
  }
  const numbers = computed.sum.flatMap((path) => numbersAt(path, answers, entry));
  return numbers.length > 0 ? numbers.reduce((sum, number) => sum + number, 0) : undefined;
}

/** A number, or those of all entries of a repeated group. */
function numbersAt(path: string, answers: Answers, entry?: Answers): number[] {
  const [group = '', field] = path.split('.');
  const found =
    field === undefined
      ? [answerAt(path, answers, entry)]
      : [answerAt(path, answers, entry), ...entriesOf(answers, group).map((one) => answerAt(field, one))];
  return found.filter((number) => typeof number === 'number');
}
