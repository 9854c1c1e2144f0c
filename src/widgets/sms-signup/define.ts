import { define } from '../../core/define.js';
import { SmsSignup } from './sms-signup.js';

define('cez-sms-signup', SmsSignup);
