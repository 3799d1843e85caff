const real = window.fetch.bind(window);
let state = 'ok';

/** What the toolbar says of the line: elements meet it as they would on a bad day. */
export function setNetwork(next: string): void {
  state = next;
}

/** Whether a request is for data of ours; the tool's own requests are left alone. */
const isData = (input: RequestInfo | URL): boolean =>
  /\/data\/|\.invalid\//u.test(input instanceof Request ? input.url : String(input));

window.fetch = (input, init) => {
  if (!isData(input)) return real(input, init);
  switch (state) {
    case 'offline':
      return Promise.reject(new TypeError('Failed to fetch'));
    case 'refused':
      return Promise.resolve(new Response('', { status: 403 }));
    case 'slow':
      return new Promise((resolve) => setTimeout(() => resolve(real(input, init)), 3000));
    default:
      return real(input, init);
  }
};
