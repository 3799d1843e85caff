const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 };

/** Arrow keys walk from the box through the results, as in the lists that people know. */
export function walkRows(
  event: KeyboardEvent,
  { activeElement: at }: ShadowRoot,
  box: HTMLElement | null,
): void {
  const step = STEPS[event.key];
  if (step === undefined || !at || at instanceof HTMLSelectElement) return;
  const rows = (event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('.way, .card .open');
  const stops = [box, ...rows];
  const index = stops.findIndex((stop) => stop === at || stop?.closest('.card')?.contains(at));
  const next = stops[index + step];
  if (index < 0 || !next) return;
  event.preventDefault();
  next.focus();
}
