interface ResultRow {
  readonly act: string;
  readonly at: string;
  readonly note?: string | undefined;
}

/** The last row of a history that made a result or took it back; none where there was never one, or nobody tells. */
export const lastOfResult = <Row extends ResultRow>(history: readonly Row[]): Row | undefined =>
  history.filter(({ act }) => act === 'finish' || act === 'take-back').at(-1);
