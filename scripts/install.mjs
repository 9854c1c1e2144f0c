/** Before `npm run build`: what a fresh clone lacks. A file of its own, since the build imports packages. */
import { ensureDependencies, ensureNode } from './ensure.mjs';

ensureNode();
ensureDependencies();
