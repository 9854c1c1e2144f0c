import { define } from '../../core/define.js';
import { Contacts } from './contacts.js';

define('cez-contacts', Contacts);
