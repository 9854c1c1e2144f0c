/**
 * Holds every answer against the contract: the status must be declared for the operation, the
 * headers and the body must fit. Reads the contract on its own, with nothing from the server.
 */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';

export interface ReceivedAnswer {
  status: number;
  headers: Record<string, string | string[] | number | undefined>;
  body: Buffer;
}

interface Reference {
  $ref?: string;
}
interface Header extends Reference {
  required?: boolean;
  schema?: object;
}
interface Response extends Reference {
  headers?: Record<string, Header>;
  content?: Record<string, { schema: object }>;
}
type Operation = { responses: Record<string, Response> };
interface Contract {
  paths: Record<string, Record<string, Operation>>;
  components: Record<string, Record<string, object>>;
}

const contract = parse(readFileSync(new URL('../../../../src/api/openapi.yaml', import.meta.url), 'utf8')) as Contract;
const ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
addFormats(ajv);
ajv.addKeyword('components');
ajv.addSchema({ $id: 'contract', components: contract.components });

/** Throws, naming what is wrong, unless the answer is one the contract allows. */
export function checkAgainstContract(method: string, path: string, answer: ReceivedAnswer): void {
  const where = `${method} ${path} → ${answer.status}`;
  const response = declaredResponse(method, path, answer.status);
  if (response === null) throw new Error(`${where}: this status is not in the contract`);

  for (const [name, declared] of Object.entries(response.headers ?? {})) {
    const header = resolve<Header>(declared);
    const value = answer.headers[name.toLowerCase()];
    if (value === undefined) {
      if (header.required === true) throw new Error(`${where}: the header ${name} is missing`);
    } else {
      validate(`${where}: header ${name}`, header.schema ?? {}, String(value));
    }
  }

  const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? '';
  const media = response.content?.[type];
  if (response.content === undefined) {
    if (answer.body.length > 0) throw new Error(`${where}: there is a body`);
    return;
  }
  if (media === undefined) throw new Error(`${where}: the media type ${type} is not in the contract`);
  const plain = answer.headers['content-encoding'] === 'br' ? brotliDecompressSync(answer.body) : answer.body;
  validate(where, media.schema, type.endsWith('json') ? JSON.parse(plain.toString('utf8')) : plain.toString('utf8'));
}

function declaredResponse(method: string, path: string, status: number): Response | null {
  const operation = operationOf(method, path.split('?')[0] ?? '');
  // A path that the contract does not know can only be not found.
  const response = operation === null ? (status === 404 ? { $ref: '#/components/responses/NotFound' } : undefined) : operation.responses[status];
  return response === undefined ? null : resolve<Response>(response);
}

function operationOf(method: string, path: string): Operation | null {
  const found = Object.keys(contract.paths)
    .filter((template) => new RegExp(`^/v1${template.replace(/\./g, '\\.').replace(/\{\w+\}/g, '[^/]+')}$`).test(path))
    // `{id}.ics` says more than `{id}`.
    .sort((one, other) => one.split('{').length - other.split('{').length || other.length - one.length)[0];
  return (found && contract.paths[found]?.[method.toLowerCase()]) || null;
}

function resolve<T extends Reference>(value: T): T {
  if (value.$ref === undefined) return value;
  const [, , kind, name] = value.$ref.split('/');
  return resolve(contract.components[kind ?? '']?.[name ?? ''] as T);
}

const compiled = new WeakMap<object, ReturnType<typeof ajv.compile>>();

function validate(where: string, schema: object, value: unknown): void {
  let check = compiled.get(schema);
  if (check === undefined) {
    check = ajv.compile(rebase(schema) as object);
    compiled.set(schema, check);
  }
  if (!check(value)) throw new Error(`${where}: ${ajv.errorsText(check.errors)}`);
}

/** The same schema with references into the contract as a whole. */
function rebase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(rebase);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      key === '$ref' && typeof item === 'string' && item.startsWith('#') ? `contract${item}` : rebase(item),
    ]),
  );
}
