import { css } from 'lit';

/** The look of a level: a badge with a meter of three bars and a name. */
export const levelFace = css`
  .badge {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    max-width: 100%;
    padding: 0.25em 0.75em;
    border: 0.0625em solid currentColor;
    border-radius: 1.5em;
    font: inherit;
    font-weight: 600;
    line-height: 1.5;
    text-align: start;
    color: var(--_level-unknown);
    background: var(--_level-unknown-soft);
  }
  .badge.unknown {
    border-style: dashed;
  }
  .badge.information {
    color: var(--_level-information);
    background: var(--_level-information-soft);
  }
  .badge.partial {
    color: var(--_level-partial);
    background: var(--_level-partial-soft);
  }
  .badge.full {
    color: var(--_level-full);
    background: var(--_level-full-soft);
  }
  .name {
    min-width: 0;
  }
  .meter {
    display: inline-flex;
    flex: none;
    align-items: flex-end;
    gap: 0.125em;
    height: 1em;
  }
  .meter i {
    width: 0.25em;
    height: 40%;
    border: 0.0625em solid currentColor;
    border-radius: 0.0625em;
  }
  .meter i:nth-child(2) {
    height: 70%;
  }
  .meter i:nth-child(3) {
    height: 100%;
  }
  .meter .filled {
    background: currentColor;
  }
  @media (forced-colors: active) {
    .meter .filled {
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
  @media print {
    .badge.badge {
      color: #000;
      background: none;
    }
    .meter .filled {
      print-color-adjust: exact;
    }
  }
`;
