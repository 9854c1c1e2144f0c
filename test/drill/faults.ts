/** All thirty faults with their variants on the four forms: the journeys of every run, and those too many for it. */
import { runJourneys } from './journeys.js';

await runJourneys('faults', ['forms-faults', 'forms-interruptions', 'forms-devices'], ['--reporter=line,test/e2e/fault-table.ts']);
