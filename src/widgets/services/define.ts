import { define } from '../../core/define.js';
import { Services } from './services.js';

define('cez-services', Services);
