import { html } from 'hono/html';
import { ROLE_WORDS, WORDS } from './words.js';
import type { Session } from './sessions.js';

/** A piece of a page, with everything in it escaped. */
export type Html = ReturnType<typeof html>;

/** What every page of the desk needs. */
export interface PageFrame {
  /** Address of the desk. */
  readonly desk: string;
  readonly session: Session;
}

/** A page of the desk, which says of itself that it is a sample. */
export function page({ desk, session }: PageFrame, title: string, content: Html): Html {
  const { officer } = session;
  return html`<!doctype html>
    <html lang="vi">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title} – ${WORDS.title}</title>
        <link rel="stylesheet" href="${desk}/desk.css" />
      </head>
      <body>
        <a class="skip" href="#content">${WORDS.skip}</a>
        <header>
          <p class="sample">${WORDS.sample}</p>
          <div class="top">
            <strong>${WORDS.title}</strong>
            ${
              officer &&
              html`<span>${officer.name} (${ROLE_WORDS[officer.role]})</span>
                <form method="post" action="${desk}/sign-out">
                  ${tokenField(session)}<button class="plain">${WORDS.signOut}</button>
                </form>`
            }
          </div>
        </header>
        <main id="content" tabindex="-1">
          <h1>${title}</h1>
          ${content}
        </main>
      </body>
    </html>`;
}

/** To the list, as it was left. */
export const backToList = ({ desk, session }: PageFrame): Html =>
  html`<p class="back"><a href="${session.list ?? desk}">${WORDS.back}</a></p>`;

export const tokenField = ({ token }: Session): Html =>
  html`<input type="hidden" name="token" value="${token}" />`;

/** What came of what was done last. */
export const said = (words: string | undefined, isBad = false): Html | '' =>
  words === undefined
    ? ''
    : html`<p class="said${isBad ? ' bad' : ''}" role="${isBad ? 'alert' : 'status'}">${words}</p>`;

/** A moment as people in Việt Nam write it. */
export const writtenMoment = (at: string): string =>
  new Intl.DateTimeFormat('vi-VN', {
    timeZone: 'Asia/Ho_Chi_Minh',
    day: '2-digit',
    month: '2-digit',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
