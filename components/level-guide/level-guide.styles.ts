import { css } from 'lit';

export const styles = css`
  .root {
    padding: 1em;
  }
  .root > * + * {
    margin-top: 0.75em;
  }
  .title {
    font-size: 1.375em;
    line-height: 1.4;
  }
  .choice {
    min-width: 0;
    margin-inline: 0;
    padding: 0;
    border: 0;
  }
  .choice legend {
    padding: 0;
    font-weight: 600;
  }
  .choice label {
    display: inline-flex;
    align-items: center;
    gap: 0.625em;
    min-height: max(2.75em, 44px);
    margin: 0.375em 0.5em 0 0;
    padding: 0.375em 1em 0.375em 0.75em;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    cursor: pointer;
  }
  .choice label:hover {
    background: var(--_accent-soft);
  }
  .choice label:has(:checked) {
    border-color: var(--_accent);
    background: var(--_accent-soft);
    box-shadow: inset 0 0 0 0.0625em var(--_accent);
    font-weight: 600;
  }
  .choice input {
    flex: none;
    width: 1.25em;
    height: 1.25em;
    margin: 0;
  }
  .standing,
  .quiet {
    font-size: 0.9375em;
    color: var(--_text-quiet);
  }
  .levels {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(16em, 100%), 1fr));
    gap: 1em;
  }
  .level {
    --_tone: var(--_level-unknown);
    --_tone-soft: var(--_level-unknown-soft);
    display: flex;
    flex-direction: column;
    gap: 0.75em;
    padding: 0 1em 1em;
    border: 0.0625em solid var(--_line);
    border-radius: var(--_radius);
    break-inside: avoid;
  }
  .information {
    --_tone: var(--_level-information);
    --_tone-soft: var(--_level-information-soft);
  }
  .partial {
    --_tone: var(--_level-partial);
    --_tone-soft: var(--_level-partial-soft);
  }
  .full {
    --_tone: var(--_level-full);
    --_tone-soft: var(--_level-full-soft);
  }
  .yours {
    border: 0.1875em solid var(--_tone);
  }
  .yours-note {
    font-weight: 600;
    color: var(--_tone);
  }
  .name {
    display: flex;
    align-items: center;
    gap: 0.5em;
    margin-inline: -0.8em;
    padding: 0.5em 0.8em;
    border-bottom: 0.0625em solid var(--_line);
    border-radius: var(--_radius) var(--_radius) 0 0;
    font-size: 1.25em;
    line-height: 1.4;
    color: var(--_tone);
    background: var(--_tone-soft);
  }
  .meter {
    flex: none;
    width: 1em;
    height: 1em;
    fill: none;
    stroke: currentColor;
  }
  .meter .filled {
    fill: currentColor;
  }
  .trips {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.625em;
    padding: 0.5em 0.75em;
    border-inline-start: 0.25em solid var(--_tone);
    background: var(--_surface-raised);
    font-weight: 600;
  }
  .journey {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.25em;
    color: var(--_tone);
  }
  .journey .icon {
    width: 2em;
    height: 2em;
    stroke-width: 1.5;
  }
  .journey .perhaps {
    stroke-dasharray: 2 2.5;
  }
  .steps-title {
    font-weight: 600;
  }
  .steps li {
    display: flex;
    gap: 0.625em;
    align-items: flex-start;
    padding-block: 0.375em;
    border-top: 0.0625em solid var(--_line-quiet);
  }
  .steps .icon,
  .papers .icon {
    width: 1.5em;
    height: 1.5em;
  }
  .home .icon {
    color: var(--_level-full);
  }
  .act,
  .where {
    display: block;
  }
  .where {
    color: var(--_text-quiet);
  }
  .papers {
    display: flex;
    gap: 0.625em;
    align-items: flex-start;
  }
  .papers b {
    display: block;
  }
  .also {
    margin-top: auto;
    padding-top: 0.5em;
    border-top: 0.0625em solid var(--_line-quiet);
    font-size: 0.9375em;
    color: var(--_text-quiet);
  }
  .differs,
  .unreadable {
    padding: 0.75em 1em;
    border-inline-start: 0.25em solid var(--_accent);
    background: var(--_accent-soft);
  }
  @media (forced-colors: active) {
    .choice label:has(:checked) {
      border-width: 0.1875em;
    }
  }
  @media print {
    .root {
      padding: 0;
    }
    .levels {
      grid-template-columns: 1fr 1fr;
    }
  }
`;
