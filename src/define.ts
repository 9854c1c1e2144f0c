/** Registers every tag: `import '@cez/widgets/define'`. A page that needs one takes `@cez/widgets/<tag>/define`. */
import './widgets/balance-checker/define.js';
import './widgets/center-finder/define.js';
import './widgets/config/define.js';
import './widgets/contacts/define.js';
import './widgets/einvoice-form/define.js';
import './widgets/hours-card/define.js';
import './widgets/notice/define.js';
import './widgets/outages/define.js';
import './widgets/reading-form/define.js';
import './widgets/services/define.js';
import './widgets/sms-signup/define.js';
