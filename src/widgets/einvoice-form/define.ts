import { define } from '../../core/define.js';
import { EinvoiceForm } from './einvoice-form.js';

define('cez-einvoice-form', EinvoiceForm);
