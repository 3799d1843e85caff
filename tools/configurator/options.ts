import { SHARED } from '../../src/embed/fragment.js';
import { roomsOf, safeValue, type EmbedState, type Options } from '../../src/embed/embed-state.js';
import { lacksGap } from '../../src/doctor/element-checks.js';
import { element } from '../parts.js';
import type { Facts, OptionFacts } from './facts.js';
import { language, say } from './words.js';

/** Where an option is told: to one part, or to the whole page. */
export type Room = { readonly part: string } | 'shared';

/** One option on the page. */
interface Field {
  readonly whole: HTMLElement;
  /** Shows a value of the state; what cannot be used stays until somebody mends it. */
  show(value: string | undefined): void;
  /** Shows what an address told, where that cannot be used. */
  showTold(told: string): void;
}

type Change = (room: Room, name: string, value: string | undefined) => void;

const optionsIn = (state: EmbedState, room: Room): Options =>
  room === 'shared' ? state.shared : (state.options[room.part] ?? {});

/** Asks for all options of an embedding. */
export class OptionFields {
  #fields: { readonly room: Room; readonly name: string; readonly field: Field }[] = [];
  #shown = '';

  constructor(
    private readonly place: HTMLElement,
    private readonly facts: Facts,
    private readonly change: Change,
  ) {}

  /**
   * @param isNew whether the state comes from elsewhere, so that nothing that was typed may stay
   * @param told what the address of the page told of it, as it was written
   */
  show(state: EmbedState, isNew: boolean, told?: URLSearchParams): void {
    const { parts } = state;
    if (isNew || this.#shown !== parts.join()) {
      this.#shown = parts.join();
      this.#fields = [];
      this.place.replaceChildren(...this.#groups(parts));
    }
    for (const { room, name, field } of this.#fields) {
      const value = optionsIn(state, room)[name];
      field.show(value);
      const written = told?.get(`${room === 'shared' ? SHARED : room.part}.${name}`);
      if (value === undefined && written) field.showTold(written);
    }
  }

  #groups(parts: readonly string[]): HTMLElement[] {
    const { elements } = this.facts;
    const rooms = roomsOf(elements, parts);
    const shared = Object.keys(rooms.shared);
    const factsOf = (name: string) =>
      parts.map((part) => elements[part]?.attributes[name]).find((found) => found !== undefined);
    const groups = parts.flatMap((part) => {
      const known = elements[part];
      if (!known) return [];
      const { label, attributes } = known;
      const names = Object.keys(rooms.options[part] ?? {});
      return this.#group({ part }, label[language], names, (name) => attributes[name]);
    });
    return shared.length > 0 ? [this.#group('shared', say('shared'), shared, factsOf), ...groups] : groups;
  }

  #group(
    room: Room,
    title: string,
    names: readonly string[],
    factsOf: (name: string) => OptionFacts | undefined,
  ): HTMLElement {
    const group = element('fieldset');
    group.append(element('legend', title));
    const rare = element('details');
    rare.append(element('summary', say('advanced')));
    for (const name of names) {
      const facts = factsOf(name);
      if (!facts) continue;
      const id = `${room === 'shared' ? 'page' : room.part}--${name}`;
      const field = makeField(id, name, facts, (value) => this.change(room, name, value));
      this.#fields.push({ room, name, field });
      (facts.isCommon ? group : rare).append(field.whole);
    }
    if (rare.children.length > 1) group.append(rare);
    return group;
  }
}

function makeField(
  id: string,
  name: string,
  facts: OptionFacts,
  change: (value: string | undefined) => void,
): Field {
  const control = controlFor(facts);
  control.id = id;
  const label = element('label', facts.label[language]);
  label.htmlFor = id;
  const help = element('p', facts.help[language]);
  if (facts.initial && facts.type !== 'flag') help.append(` ${say('default', { value: facts.initial })}`);
  help.id = `${id}--help`;
  help.className = 'help';
  const fault = element('p');
  fault.id = `${id}--fault`;
  fault.className = 'fault';
  control.setAttribute('aria-describedby', `${help.id} ${fault.id} ${id}--lack`);
  const whole = element('div');
  whole.className = 'field';
  const code = element('code', name);
  if (facts.type === 'flag') {
    const line = element('div');
    line.className = 'flag';
    line.append(control, label);
    whole.append(line, code, help, fault);
  } else whole.append(label, code, control, help, fault);
  const lack = element('p');
  lack.id = `${id}--lack`;
  lack.className = 'lack';
  whole.append(lack);
  const tellFault = (text: string) => {
    fault.textContent = text;
    control.setAttribute('aria-invalid', String(text !== ''));
  };
  const judge = (value: string | undefined): boolean => {
    const isWrong = value !== undefined && value.trim() !== '' && safeValue(facts, value) === undefined;
    tellFault(isWrong ? faultOf(facts) : '');
    lack.textContent = !isWrong && value !== undefined && lacksGap(name, value) ? say('lack.gap') : '';
    return isWrong;
  };
  control.addEventListener('change', () => {
    const value = valueOf(control);
    const isWrong = judge(value);
    change(isWrong || value?.trim() === '' ? (facts.type === 'flag' ? value : undefined) : value);
  });
  return {
    whole,
    show(value) {
      if (control instanceof HTMLInputElement && control.type === 'checkbox') {
        control.checked = value !== undefined;
      } else if (control.getAttribute('aria-invalid') !== 'true') {
        control.value = value ?? '';
        judge(value);
      }
    },
    showTold(told) {
      // A choice has no place for what is none of its values.
      if (control instanceof HTMLInputElement && control.type !== 'checkbox') control.value = told;
      judge(told);
    },
  };
}

/** A flag that is down has no value. */
const valueOf = (control: HTMLInputElement | HTMLSelectElement): string | undefined =>
  control instanceof HTMLInputElement && control.type === 'checkbox'
    ? control.checked
      ? ''
      : undefined
    : control.value;

function controlFor({ type, values = [], choices = [] }: OptionFacts): HTMLInputElement | HTMLSelectElement {
  if (type === 'choice') {
    const select = element('select');
    const nothing = element('option', say('not-set'));
    nothing.value = '';
    const options = values.map((value, at) => {
      const option = element('option', choices[at]?.[language] ?? value);
      option.value = value;
      return option;
    });
    select.append(nothing, ...options);
    return select;
  }
  const input = element('input');
  input.autocomplete = 'off';
  if (type === 'flag') input.type = 'checkbox';
  else if (type === 'number') input.inputMode = 'decimal';
  else if (type !== 'text') {
    // An address of one's own site has no scheme, and a box of the type `url` would call it wrong.
    input.inputMode = 'url';
    input.spellcheck = false;
  }
  return input;
}

function faultOf({ type }: OptionFacts): string {
  if (type === 'number') return say('error.number');
  return say(type.startsWith('address') ? 'error.address' : 'error.other');
}
