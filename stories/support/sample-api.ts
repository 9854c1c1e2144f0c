/**
 * An API for stories that ask one: answers of the contract's shapes, chosen by the story, for requests to an
 * address nobody listens at. Everything else goes out as it is.
 */
export interface SampleAnswer {
  status?: number;
  /** Sent as JSON; a problem (RFC 9457) where the status is one of an error. */
  body?: unknown;
}

/** Answers by request, such as `POST /balance-lookups`; 'never' stays without an answer. */
export type SampleAnswers = Record<string, SampleAnswer | 'never'>;

const ORIGIN = 'https://api.sample.invalid';
const onward = window.fetch.bind(window);
let count = 0;
const apis = new Map<string, SampleAnswers>();

window.fetch = (input, init) => {
  const url = new URL(input instanceof Request ? input.url : input, location.href);
  if (url.origin !== ORIGIN) return onward(input, init);
  const [, api = '', ...path] = url.pathname.split('/');
  const answer = apis.get(api)?.[`${init?.method ?? 'GET'} /${path.slice(1).join('/')}`];
  if (answer === 'never') return new Promise(() => undefined);
  if (!answer) return Promise.reject(new TypeError('Failed to fetch'));
  const { status = 200, body } = answer;
  const type = status < 400 ? 'application/json' : 'application/problem+json';
  return Promise.resolve(new Response(body === undefined ? null : JSON.stringify(body), { status, headers: { 'content-type': type } }));
};

/** Value for the `api` attribute of a tag that is to meet these answers. */
export function sampleApi(answers: SampleAnswers): string {
  const name = `story-${count++}`;
  apis.set(name, answers);
  return `${ORIGIN}/${name}/v1`;
}

/** Problem of the contract with this code. */
export const problem = (status: number, code: string): SampleAnswer => ({ status, body: { type: 'about:blank', title: code, status, code } });
