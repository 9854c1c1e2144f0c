import { define } from '../../core/define.js';
import { Config } from './config.js';

define('cez-config', Config);
