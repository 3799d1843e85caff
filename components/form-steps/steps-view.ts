import type { FormAction, FormState } from '../../src/forms/form-state.js';
import type { Application } from '../../src/ui/application.js';
import type { Place } from '../../src/ui/place.js';
import type { Device } from '../../src/ui/draft-store.js';
import type { OutboxItem } from '../../src/ui/outbox.js';
import type { Answer } from '../../src/forms/answers.js';
import type { Receipt } from '../../src/forms/submission.js';
import type { TypedKind } from '../../src/forms/tidy-typed.js';
import type { ReceivingProblemCode } from '../../src/gateway/contract.js';
import type { LineProblemCode } from '../../src/gateway/request-json.js';
import type { AddressPart, FieldsView } from './fields-view.js';
import type { LateHost } from './late-host.js';
import type { LateParts } from './late.js';
import type { Words } from './view.js';

/** What is told of a submission to whoever comes back for it: neither its secret nor anything of what was sent. */
export type Outcome = Pick<Receipt, 'office' | 'receivedAt' | 'dossier'> | 'refused' | 'unsent';

/** Everything that the markup of an application shows, and what it tells the element. */
export interface StepsView {
  readonly i18n: Words;
  readonly headingLevel: number;
  readonly application: Application;
  readonly title: string;
  readonly device: Device;
  readonly assisted: boolean;
  readonly agency: string | undefined;
  readonly phone: string | undefined;
  /** Page that tells all of the procedure. */
  readonly sheetLink: string | undefined;
  readonly addressHelp: AddressPart | undefined;
  /** Where a citizen card is to be read into. */
  readonly scanning: Place | undefined;
  readonly isCarrying: boolean;
  readonly isEnded: boolean;
  /** What became of what nobody was there any more to see. */
  readonly outcome: Outcome | undefined;
  readonly isIdle: boolean;
  /** Nobody answered, and something is under way. */
  readonly isLeft: boolean;
  readonly asksToDelete: boolean;
  readonly outbox: readonly OutboxItem[];
  readonly nameOf: (procedure: string) => string;
  readonly linkOf: (procedure: string) => string | undefined;
  /** What to bring along and where to, once the code that shows it is there. */
  readonly paperList: LateHost['paperList'];
  /** Something of the late parts, once their code is there. */
  readonly late: (render: (parts: LateParts) => unknown) => unknown;
  /** What a code of the receiving system, or of the line to it, means for the person. */
  readonly reasonOf: (code: ReceivingProblemCode | LineProblemCode) => string | undefined;

  readonly onDo: (action: FormAction) => void;
  readonly onNext: (event: SubmitEvent) => void;
  /** To a screen, and to the control of an answer there. */
  readonly onChange: (screen: string, path?: string) => void;
  readonly onFocus: (selector: string) => void;
  readonly onFocusAnswer: (path: string) => void;
  readonly onAnswer: (place: Place, value: Answer | undefined) => void;
  readonly onLeave: (place: Place, kind: TypedKind) => void;
  readonly onAddEntry: (group: string) => void;
  readonly onRemoveEntry: FieldsView['onRemove'];
  readonly onScan: (place: Place | undefined) => void;
  readonly onPractice: (form: NonNullable<FormState['form']>) => void;
  readonly onCarry: () => void;
  readonly onCancelSending: () => void;
  readonly onMend: () => void;
  readonly onRetrySending: () => void;
  readonly onTakeOver: () => void;
  readonly onAskToDelete: (asks: boolean) => void;
  /** Deletes everything; `ended` says so afterwards. */
  readonly onEnd: (notice: 'ended' | undefined) => void;
  readonly onStay: () => void;
}
