/* The officers' desk, as a browser without scripts uses it: pages, forms, a cookie. */

const { FormData } = globalThis;

export const unescaped = (text) =>
  text
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
export const attribute = (tag, name) => unescaped(new RegExp(`${name}="([^"]*)"`, 'u').exec(tag)?.[1] ?? '');

/** The forms of a page: where each goes, and what it sends without anybody's doing. */
export const formsOf = (html) =>
  [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gsu)].map(([, head, inner]) => ({
    action: attribute(head, 'action'),
    isMultipart: attribute(head, 'enctype') === 'multipart/form-data',
    hidden: Object.fromEntries(
      [...inner.matchAll(/<input[^>]*type="hidden"[^>]*>/gu)].map(([tag]) => [
        attribute(tag, 'name'),
        attribute(tag, 'value'),
      ]),
    ),
  }));

/** A browser that keeps its cookie and follows a redirect after a form. */
export function deskBrowser(url) {
  let cookie = '';
  const ask = async (path, options = {}) => {
    const response = await fetch(new URL(path, url), {
      redirect: 'manual',
      ...options,
      headers: { ...options.headers, ...(cookie && { cookie }) },
    });
    const [set] = response.headers.getSetCookie();
    if (set) cookie = set.split(';')[0];
    return response;
  };
  const open = async (path) => {
    const response = await ask(path);
    return { status: response.status, headers: response.headers, html: await response.text() };
  };
  /** Sends a form as it stands on a page, with what somebody fills in. */
  const submit = async ({ action, isMultipart, hidden }, fields = {}) => {
    const body = isMultipart ? new FormData() : new URLSearchParams();
    for (const [name, value] of Object.entries({ ...hidden, ...fields }))
      for (const one of [value].flat()) body.append(name, one);
    const response = await ask(action, { method: 'POST', body });
    return response.status === 303
      ? open(response.headers.get('location'))
      : { status: response.status, headers: response.headers, html: await response.text() };
  };
  const signIn = async ([officer, password]) => {
    const [form] = formsOf((await open('/desk')).html);
    return submit(form, { officer, password });
  };
  const formFor = async (code, act) =>
    formsOf((await open(`/desk/dossiers/${code}`)).html).find(({ hidden }) => hidden.act === act);
  return {
    ask,
    open,
    submit,
    signIn,
    formFor,
    cookie: () => cookie,
    take: (value) => (cookie = value),
    act: async (code, act, fields) => submit(await formFor(code, act), fields),
  };
}
