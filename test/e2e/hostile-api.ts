/**
 * An API that somebody else writes into: every answer of the real one passes with some of its string fields replaced in
 * each place where they occur. Runs in the page, before its scripts; so does the look at what has come of it.
 */
export interface HostileApi {
  /** Fields that are replaced, such as `centers.centers.*.name.bg`, and by what. */
  spoiled: readonly string[];
  text: string;
  /** How many places were replaced so far. */
  given: number;
  /** How many answers have passed so far. */
  answers: number;
  /** How many of the strings ran. */
  executed: number;
  /** Who sends forms. */
  customer: { clientNumber: string; authorizationCode: string };
  /** Every string field that has passed. */
  fields: Set<string>;
  /** What has become of the page: links that run code, handlers, elements that load. */
  findings: () => string[];
}

export function playHostileApi(): void {
  const own = window.fetch;
  const api: HostileApi = { spoiled: [], text: '', given: 0, answers: 0, executed: 0, customer: { clientNumber: '310000000011', authorizationCode: 'CEZ011' }, fields: new Set(), findings };
  Object.assign(window, { hostile: api, cezExecuted: () => api.executed++ });

  const spoil = (value: unknown, path: string): unknown => {
    if (typeof value === 'string') {
      api.fields.add(path);
      if (!api.spoiled.includes(path)) return value;
      api.given++;
      return api.text;
    }
    if (Array.isArray(value)) return value.map((item) => spoil(item, `${path}.*`));
    if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, spoil(item, `${path}.${key}`)]));
    return value;
  };

  /** Good answers to what customers send, by endpoint: sent a thousand times, it would be refused. */
  const remembered = new Map<string, { text: string; status: number; headers: Headers }>();

  window.fetch = async (input, init) => {
    const address = input instanceof Request ? input.url : String(input);
    const [, path = ''] = /\/v1\/([^?]*)/.exec(address) ?? [];
    const endpoint = path.replace(/^(centers|einvoice-requests)\/[^/]+/, '$1/*');
    let known = remembered.get(endpoint);
    if (!known) {
      const answer = await own(input, init);
      if (!path || !answer.headers.get('content-type')?.includes('json')) return answer;
      known = { text: await answer.text(), status: answer.status, headers: answer.headers };
      if (init?.method === 'POST' && answer.ok) remembered.set(endpoint, known);
    }
    api.answers++;
    const body = JSON.stringify(spoil(JSON.parse(known.text), endpoint));
    return Object.defineProperty(new Response(body, known), 'url', { value: address });
  };

  function findings(): string[] {
    const found: string[] = [];
    const loads = 'script, iframe, object, embed, base, meta, link, frame, portal';
    const look = (root: ParentNode, inside: boolean): void => {
      for (const element of root.querySelectorAll('*')) {
        if (inside && element.matches(loads)) found.push(element.outerHTML.slice(0, 200));
        for (const { name, value } of element.attributes) {
          if (name.startsWith('on')) found.push(`${element.localName} ${name}="${value.slice(0, 100)}"`);
          if (!/^(href|src|action|formaction|xlink:href|data|poster|ping|srcset|srcdoc|background)$/.test(name)) continue;
          const url = URL.parse(value, document.baseURI);
          if (url && !/^(https?|tel|mailto|sms):$/.test(url.protocol)) found.push(`${element.localName} ${name}="${value.slice(0, 100)}"`);
        }
        if (element.shadowRoot) look(element.shadowRoot, true);
      }
    };
    look(document, false);
    return found;
  }
}
