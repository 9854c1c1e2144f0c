/**
 * Names for the shapes of the HTTP contract. The shapes themselves are generated from
 * `src/api/openapi.yaml`; this is the one place where `model/` looks at them, for types only.
 */
import type { components } from '../api/schema.js';

type Schemas = components['schemas'];

export type Balance = Schemas['Balance'];
export type Brand = Schemas['Brand'];
export type Center = Schemas['Center'];
export type Contact = Schemas['Contact'];
export type DayOfWeek = Schemas['DayOfWeek'];
export type EinvoiceReceipt = Schemas['EinvoiceReceipt'];
export type Invoice = Schemas['Invoice'];
export type MeteringPoint = Schemas['MeteringPoint'];
export type Money = Schemas['Money'];
export type Notice = Schemas['Notice'];
export type Occupancy = Schemas['Occupancy'];
export type OpeningHoursSpecification = Schemas['OpeningHoursSpecification'];
export type Outage = Schemas['Outage'];
export type OutageKind = Schemas['OutageKind'];
export type OutageStatus = Schemas['OutageStatus'];
export type Place = Schemas['Place'];
export type Position = Schemas['Position'];
export type QuietHours = Schemas['QuietHours'];
export type ReadingDeclaration = Schemas['ReadingDeclaration'];
export type ReadingReceipt = Schemas['ReadingReceipt'];
export type ReadingWindow = Schemas['ReadingWindow'];
export type Register = Schemas['Register'];
export type Service = Schemas['Service'];
export type SpecialOpeningHoursSpecification = Schemas['SpecialOpeningHoursSpecification'];
export type Text = Schemas['Text'];
