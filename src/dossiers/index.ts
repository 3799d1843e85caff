export { builtInCalendar } from './built-in-calendar.js';
export { calendarFile } from './calendar-file.js';
export {
  dueDate,
  isCounted,
  isHalfDay,
  isWorkingDay,
  startOf,
  type CalendarSource,
  type DateAlone,
  type DayReason,
  type DueDate,
  type WorkCalendar,
} from './deadline.js';
export { dossierPath, PATH, type PathStage, type PathStep, type Travelled } from './dossier-path.js';
export {
  ACTOR_KINDS,
  actsFrom,
  applyAct,
  clockOf,
  DOSSIER_ACTS,
  DOSSIER_STATES,
  hasEnded,
  isDossierAct,
  NEWLY_SENT,
  type ActorKind,
  type ActProblemCode,
  type Doing,
  type DossierAct,
  type DossierClock,
  type DossierState,
  type Standing,
} from './dossier-states.js';
export { estimateDue } from './estimate-due.js';
export { explainDue, type DueExplained, type DueLine } from './explain-due.js';
export { maskName } from './mask-name.js';
export { maskNumbers } from './masking.js';
export { movedDueDate, pausesOf, type MovedDueDate, type Pause, type PausingRow } from './moved-deadline.js';
export { NEXT_THINGS, nextThing, type NextThing, type NextThingFacts } from './next-thing.js';
export { officeTimeUntil, type OfficeTime } from './office-time.js';
export { parseStages } from './parse-stages.js';
export { codeInFragment } from './code-shape.js';
export { readDossierCode } from './read-code.js';
export {
  builtInStages,
  isOver,
  stageOf,
  STAGES,
  withWaiting,
  type Stage,
  type StageMap,
  type StageTold,
  type ToldStanding,
  type ToldState,
} from './stages.js';
export { tellApart, type TypedAsWhat } from './tell-apart.js';
export { parseWorkCalendar, type WorkCalendarData } from './work-calendar.js';
