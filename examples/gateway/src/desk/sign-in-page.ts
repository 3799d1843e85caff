import { html } from 'hono/html';
import { OFFICERS } from './officers.js';
import { page, said, tokenField, type Html, type PageFrame } from './page.js';
import { ROLE_WORDS, WORDS } from './words.js';

/** Lets in one of the invented officers; their passwords stand on the page, because it is a sample. */
export function signInPage(frame: PageFrame, problem: string | undefined): Html {
  return page(
    frame,
    WORDS.signIn,
    html`${said(problem, true)}
      <form class="narrow" method="post" action="${frame.desk}/sign-in">
        ${tokenField(frame.session)}
        <label for="officer">${WORDS.signInAs}</label>
        <select id="officer" name="officer">
          ${OFFICERS.map(
            ({ id, name, role }) => html`<option value="${id}">${name} (${ROLE_WORDS[role]})</option>`,
          )}
        </select>
        <label for="password">${WORDS.password}</label>
        <input id="password" name="password" type="password" required autocomplete="off" />
        <button>${WORDS.signIn}</button>
      </form>
      <h2>${WORDS.passwords}</h2>
      <p>${WORDS.passwordsWhy}</p>
      <dl>
        ${OFFICERS.map(
          ({ name, role, password }) =>
            html`<div>
              <dt>${name} (${ROLE_WORDS[role]})</dt>
              <dd><code>${password}</code></dd>
            </div>`,
        )}
      </dl>`,
  );
}
