import { define } from '../../core/define.js';
import { ReadingForm } from './reading-form.js';

define('cez-reading-form', ReadingForm);
