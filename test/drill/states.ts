/** Every state of the four forms in both languages, at 320 and 1280 px, light and dark, walked through both ways. */
import { runJourneys } from './journeys.js';

await runJourneys('states', ['forms-states'], ['--reporter=list']);
