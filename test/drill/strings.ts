/** Five hundred hostile strings in every field of every answer and in every attribute, without a policy. */
import { runJourneys } from './journeys.js';

await runJourneys('strings', ['hostile-strings'], ['--reporter=list']);
