import { readFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';
import { expect, it } from 'vitest';

const HOW = 'src/api/schema.d.ts is not what the contract says; run: npm run api:types';

it('has the types that the contract gives', async () => {
  const contract = new URL('../../src/api/openapi.yaml', import.meta.url);
  const generated = astToString(await openapiTS(contract));
  const kept = readFileSync(new URL('../../src/api/schema.d.ts', import.meta.url), 'utf8');
  // The command line puts a comment before the types.
  expect(kept.endsWith(generated), HOW).toBe(true);
  expect(generated).toContain('Center: {');
});
