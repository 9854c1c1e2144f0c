// A host's page: its own hostility first, as it stands on a site that was there before us, then the two lines of ours.

import type { Host } from './hosts.js';
import { hostedTags, tagMarkup } from './tags.js';

export interface Addresses {
  readonly api: string;
  /** Folder of the library, and of the same files under another version. */
  readonly lib: string;
  readonly other: string;
  /** Moment that the tags show; the present unless told otherwise. */
  readonly now?: string | undefined;
}

/** The strictest policy under which every tag is whole; a page with files of its own adds their sources. */
export const strictPolicy = (api: string): string =>
  `default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src ${new URL(api).origin}; require-trusted-types-for 'script'; trusted-types lit-html cez`;

/** The page of a host with the tags of these names, all of them unless told otherwise. */
export function hostPage({ title, html = 'lang="bg"', head = '', around = '…', tail = '', strict }: Host, { api, lib, other, now }: Addresses, tags: readonly string[] = hostedTags): string {
  const place = `<div id="place">${tags.map((tag) => tagMarkup(tag, now)).join('\n')}</div>`;
  return `<!doctype html>
<html ${html}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="/cez-bg/assets/logo.svg" type="image/svg+xml">
${head}
<link rel="stylesheet" href="/hosts/place.css">
<link rel="stylesheet" href="{{lib}}/cez.css">
<script type="module" src="{{lib}}/cez.js" data-api="{{api}}" data-brand="cez-bg"></script>
</head>
<body>
<h1>${title}</h1>
<main>${around.replace('…', place)}</main>
${strict ? `<pre lang="en">Content-Security-Policy: ${strictPolicy(api)}</pre>` : tail}
</body>
</html>
`
    .replaceAll('{{lib}}', lib)
    .replaceAll('{{other}}', other)
    .replaceAll('{{api}}', api);
}
