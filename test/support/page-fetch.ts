/** A page that has wrapped `fetch`, as some do: what a widget asks for passes through `answer`. */
type Answer = (url: string, init: RequestInit) => Promise<Response> | Response;

const real = globalThis.fetch;

/** Until the end of the test. `onward` makes the real request. */
export function wrapFetch(answer: Answer): void {
  globalThis.fetch = (input, init = {}) => Promise.resolve(answer(input instanceof Request ? input.url : input.toString(), init));
}

export const onward = (url: string, init: RequestInit): Promise<Response> => real(url, init);

/** A JSON answer with these headers; it knows its address, as those from the network do. */
export function json(body: unknown, headers: Record<string, string> = {}, status = 200, url = 'https://api.example.bg/v1'): Response {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return Object.defineProperty(new Response(text, { status, headers: { 'content-type': 'application/json', ...headers } }), 'url', { value: url });
}

afterEach(() => {
  globalThis.fetch = real;
});
