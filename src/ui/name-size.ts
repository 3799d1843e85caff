/** Names longer than this are set smaller; never cut, since near-equal names differ at their end. */
const LONG = 160;
const VERY_LONG = 400;

/** Classes that set a long name smaller. */
export function nameSize({ length }: string): string {
  return length > VERY_LONG ? 'very long' : length > LONG ? 'long' : '';
}
