import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Leaves everything where it is while somebody presses. A field is left the moment a button goes down; what would be
 * said of it then, above the button, moves the button away, and the press is lost.
 */
export class PressController implements ReactiveController {
  #release: (() => void) | undefined;
  #over: Promise<void> | undefined;

  constructor(host: ReactiveControllerHost) {
    host.addController(this);
  }

  /** Until the press is over; undefined while nobody presses. */
  get over(): Promise<void> | undefined {
    return this.#over;
  }

  hostConnected(): void {
    for (const sign of DOWN) window.addEventListener(sign, this.#press, true);
    for (const sign of UP) window.addEventListener(sign, this.#letGo, true);
    window.addEventListener('pointermove', this.#look, true);
  }

  hostDisconnected(): void {
    for (const sign of DOWN) window.removeEventListener(sign, this.#press, true);
    for (const sign of UP) window.removeEventListener(sign, this.#letGo, true);
    window.removeEventListener('pointermove', this.#look, true);
    this.#end();
  }

  readonly #press = ({ button }: MouseEvent): void => {
    // Other buttons open menus, and some browsers never say when they are let go.
    if (button !== 0) return;
    this.#over ??= new Promise((resolve) => (this.#release = resolve));
  };

  /** In a turn of its own: the click comes right after, and finds what was pressed. */
  readonly #letGo = ({ type, target }: Event): void => {
    // A field that is left is what the press is about; a window that is left is the end of it.
    if (this.#over && (type !== 'blur' || target === window)) setTimeout(this.#end);
  };

  /** A list that was opened, or the edge of the window, may have kept to itself that the button went up. */
  readonly #look = (event: PointerEvent): void => {
    if (event.buttons === 0) this.#letGo(event);
  };

  readonly #end = (): void => {
    this.#release?.();
    this.#over = undefined;
  };
}

/** A finger is lifted before the page hears of its mouse button, which is when the field is left: so both. */
const DOWN = ['pointerdown', 'mousedown'] as const;
/** Whoever scrolls, drags, opens a menu, types or goes elsewhere presses nothing any more. */
const UP = [
  'pointerup',
  'pointercancel',
  'mouseup',
  'click',
  'contextmenu',
  'dragstart',
  'keydown',
  'input',
  'blur',
] as const;
