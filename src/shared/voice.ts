/** What a browser tells of one of its voices, as `speechSynthesis.getVoices()` lists them. */
export interface Voice {
  /** Language tag; Android writes `vi_VN`, others `vi-VN`. */
  readonly lang: string;
  /** Whether it speaks on this device. The words of any other go to whoever runs it. */
  readonly localService: boolean;
  readonly default: boolean;
}

/**
 * Whether a voice may read words in a language: it speaks that language, and it speaks on this device. A voice on
 * somebody's server would send what is read, and that somebody reads it, to a third party whom nobody asked.
 * @param language two letters
 */
export const mayRead = ({ lang, localService }: Voice, language: string): boolean =>
  localService && lang.slice(0, 2).toLowerCase() === language;

/**
 * The voice for a language: the one that the person chose for their device, else the first.
 * @returns undefined where no voice may read it
 */
export function voiceFor<One extends Voice>(voices: readonly One[], language: string): One | undefined {
  const fitting = voices.filter((voice) => mayRead(voice, language));
  return fitting.find((voice) => voice.default) ?? fitting[0];
}
