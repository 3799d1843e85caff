import { css } from 'lit';

/** What is otherwise on a narrow screen, and where the person chose the colours. */
export const narrow = css`
  @container (max-width: 30em) {
    .rows > div {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .rows dt {
      grid-column: 1 / -1;
    }
    form > .actions .button {
      flex: 1 0 100%;
    }
    .actions .end {
      margin-inline: auto;
    }
    .drop {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .state,
    .note,
    .warning,
    .error {
      border: 0.0625em solid CanvasText;
    }
    .practice {
      border: 0.5em double CanvasText;
      border-image: none;
    }
  }
`;
