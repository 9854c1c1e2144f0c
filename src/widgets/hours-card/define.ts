import { define } from '../../core/define.js';
import { HoursCard } from './hours-card.js';

define('cez-hours-card', HoursCard);
