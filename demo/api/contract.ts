/**
 * The contract as the server uses it: the document to serve, and checks of request bodies by its
 * schemas, so that no shape is written twice. Refuses to know what a field means.
 */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import type { components } from '../../src/api/schema.js';

export type Schemas = components['schemas'];
export type FieldError = Schemas['FieldError'];

/** A field error with a plain English reason, for reports to operators. */
export interface ExplainedError extends FieldError {
  reason: string;
}

interface OpenApiDocument {
  components: Record<string, unknown>;
}

export const openApiDocument = parse(
  readFileSync(new URL('../../src/api/openapi.yaml', import.meta.url), 'utf8'),
) as OpenApiDocument;

const ajv = new Ajv2020({ allErrors: true, strict: false, verbose: true });
addFormats(ajv);
ajv.addFormat('date-time', isInstant);
ajv.addSchema({ $id: 'contract', components: openApiDocument.components });

/** Faults of a body by the schema of that name; an empty list if there are none. */
export function schemaErrors(schema: keyof Schemas, body: unknown): ExplainedError[] {
  const validate = ajv.getSchema(`contract#/components/schemas/${schema}`);
  if (validate === undefined) throw new Error(`The contract has no schema ${schema}.`);
  if (validate(body)) return textFaults(body, '');
  // oneOf and anyOf report each branch and then themselves; the branch says what is wrong.
  const errors = (validate.errors ?? []).filter((error) => error.keyword !== 'oneOf' && error.params['type'] !== 'null');
  return (errors.length > 0 ? errors : (validate.errors ?? [])).map(explain);
}

/** Of RFC 3339 what every browser reads: not a blank for the T, an offset without its colon, or a second 60. */
function isInstant(text: string): boolean {
  const [, date] = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.exec(text) ?? [];
  return date !== undefined && !Number.isNaN(Date.parse(text)) && new Date(date).toISOString().startsWith(date);
}

const RANGE_KEYWORDS = ['minimum', 'maximum', 'minLength', 'maxLength', 'minItems', 'maxItems'];

function explain(error: ErrorObject): ExplainedError {
  const { keyword, params } = error;
  if (keyword === 'required' || keyword === 'dependentRequired') {
    const missing = String(params['missingProperty']);
    return { pointer: `${error.instancePath}/${missing}`, code: 'required', reason: `${missing} is missing` };
  }
  if (keyword === 'additionalProperties') {
    const extra = String(params['additionalProperty']);
    return { pointer: `${error.instancePath}/${extra}`, code: 'format', reason: `${extra} is not a known field` };
  }
  const allowed = Array.isArray(params['allowedValues']) ? `: ${params['allowedValues'].join(', ')}` : '';
  return {
    pointer: error.instancePath,
    code: RANGE_KEYWORDS.includes(keyword) ? 'range' : 'format',
    reason: `${quote(error.data)} ${error.message ?? 'is not right'}${allowed}`,
  };
}

/** Control characters and halves of characters: never meant, and refused by PostgreSQL or JSON. */
function textFaults(value: unknown, pointer: string): ExplainedError[] {
  if (typeof value === 'string') {
    const bad = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]|\p{Surrogate}/u.test(value);
    return bad ? [{ pointer, code: 'format', reason: `${quote(value)} holds an unprintable character` }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => textFaults(item, `${pointer}/${key}`));
}

/** Nesting that exhausts the stack is no failure of the server's. */
function jsonOf(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    return '…';
  }
}

/** A value as a report shows it: short, on one line. */
export function quote(value: unknown): string {
  const text = typeof value === 'string' ? value : jsonOf(value);
  const line = text.replace(/\s+/g, ' ');
  return `"${line.length > 60 ? `${line.slice(0, 60)}…` : line}"`;
}
