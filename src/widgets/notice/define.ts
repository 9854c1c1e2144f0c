import { define } from '../../core/define.js';
import { Notice } from './notice.js';

define('cez-notice', Notice);
