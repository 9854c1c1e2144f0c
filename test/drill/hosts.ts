/** Every tag on all 24 hostile pages: used, compared by its picture, the page's own things looked over; pages with two copies. */
import { runJourneys } from './journeys.js';

await runJourneys('hosts', ['hosts', 'versions'], ['--reporter=list']);
