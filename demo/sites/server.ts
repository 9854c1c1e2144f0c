// Starts the demo sites: `tsx demo/sites/server.ts`. Reads its ports from the environment, stops in order on a signal.

import closeWithGrace from 'close-with-grace';
import { buildSites } from './sites.js';

// An empty value counts as unset.
const port = Number(process.env.SITES_PORT || 8080);
const apiUrl = `http://localhost:${process.env.PORT || 8081}/v1`;

const { app, pages, libraryPath, libraryBuilt } = await buildSites({ apiUrl });
closeWithGrace({ delay: 5000 }, () => app.close());

await app.listen({ port, host: 'localhost' });
console.log(`Sites: http://localhost:${port}/ (${pages.length} pages, API at ${apiUrl})`);
console.log(libraryBuilt ? `Library: ${libraryPath}/cez.js` : 'The library is not built, pages show their fallback content: run npm run build.');
