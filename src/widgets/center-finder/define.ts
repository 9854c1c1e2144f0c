import { define } from '../../core/define.js';
import { CenterFinder } from './center-finder.js';

define('cez-center-finder', CenterFinder);
