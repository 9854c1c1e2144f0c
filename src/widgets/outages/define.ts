import { define } from '../../core/define.js';
import { Outages } from './outages.js';

define('cez-outages', Outages);
