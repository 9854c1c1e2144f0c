/**
 * What a page's own address says: a choice such as `?cez-center=ID`, which stays, or the token of a mail, which
 * must not.
 */

/** The choice the address makes. The first tag of a kind that does not say `no-url` obeys. */
export function chosenInAddress(element: Element, name: 'cez-center' | 'cez-place' | 'cez-service'): string | null {
  const value = new URLSearchParams(location.search).get(name);
  return value && document.querySelector(`${element.localName}:not([no-url])`) === element ? value : null;
}

/** The page's address with a choice in it, to be shared. */
export function linkTo(name: 'cez-place', value: string): string {
  const url = new URL(location.href);
  url.searchParams.set(name, value);
  url.hash = '';
  return url.href;
}

/** A value that is nobody else's business: whoever asks first has it, and it is gone from the address and the history. */
export function takeFromAddress(name: 'cez-einvoice-token'): string | null {
  const url = new URL(location.href);
  const value = url.searchParams.get(name);
  if (value === null) return null;
  url.searchParams.delete(name);
  try {
    history.replaceState(history.state, '', url);
  } catch {
    // A page inside a sandbox may not change its address.
  }
  return value;
}
