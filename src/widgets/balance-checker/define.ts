import { define } from '../../core/define.js';
import { BalanceChecker } from './balance-checker.js';

define('cez-balance-checker', BalanceChecker);
