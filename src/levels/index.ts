export { ABILITIES, TONES } from './level-scheme.js';
export type { Ability, Answer, Level, LevelMapping, LevelScheme, Tone } from './level-scheme.js';
export type { LevelEntry, LevelList, LevelListHead } from './level-list.js';
export { joinLevels, type AnnouncedLevel, type AnnouncedLevels } from './announced-levels.js';
export { parseLevelList, readLevelListInSlices, type ParsedLevelList } from './parse-level-list.js';
export { parseLevelSchemes, type ParsedLevelSchemes } from './parse-level-schemes.js';
export {
  answerOf,
  asAnnounced,
  builtInMappings,
  builtInSchemes,
  convertLevel,
  findLevel,
  type SchemeLevel,
} from './schemes.js';
