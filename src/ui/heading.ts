import { html, type TemplateResult } from 'lit';

/**
 * A heading of a level that the page chooses, so that its outline stays whole (WCAG 2.2, 1.3.1).
 * Written out, because a tag name cannot be a value in a template.
 * @param level 1 to 6; anything else is brought into that range
 */
export function renderHeading(level: number, content: unknown, className = ''): TemplateResult {
  const classes = `heading ${className}`;
  switch (Math.min(Math.max(Math.trunc(level) || 2, 1), 6)) {
    case 1:
      return html`<h1 class=${classes}>${content}</h1>`;
    case 2:
      return html`<h2 class=${classes}>${content}</h2>`;
    case 3:
      return html`<h3 class=${classes}>${content}</h3>`;
    case 4:
      return html`<h4 class=${classes}>${content}</h4>`;
    case 5:
      return html`<h5 class=${classes}>${content}</h5>`;
    default:
      return html`<h6 class=${classes}>${content}</h6>`;
  }
}
