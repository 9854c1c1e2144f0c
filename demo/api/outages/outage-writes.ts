/** How operators write one outage: what they tell, the store makes whole with what was told before. */
import type { Schemas } from '../contract.js';
import type { WrittenResource } from '../operator-writes.js';
import { checkOutage, hasContent, isOutageId, type OutageDraft } from './outage-body.js';
import { putOutage, readOutage } from './outage-store.js';

export const writtenOutages: WrittenResource<Schemas['Outage'], OutageDraft> = {
  name: 'outages',
  isId: isOutageId,
  check: checkOutage,
  read: readOutage,
  hasContent,
  write: putOutage,
};
