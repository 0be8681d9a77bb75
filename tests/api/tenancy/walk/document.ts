import type { RouteKey } from './request.js';

interface Schema {
  $ref?: string;
  format?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}
interface Operation {
  parameters?: Array<{ name: string; in: string; schema: Schema }>;
  requestBody?: { content: Record<string, { schema?: Schema }> };
}
export interface OpenApi {
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, Schema> };
}

export async function fetchDocument(url: string): Promise<OpenApi> {
  return (await (await fetch(`${url}/api/openapi.json`)).json()) as OpenApi;
}

export function routesOf(document: OpenApi): RouteKey[] {
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.keys(operations).map((method) => keyOf(method, path)),
  );
}

const keyOf = (method: string, path: string): RouteKey =>
  `${method.toUpperCase()} ${path.replace(/^\/api\/v1/, '')}` as RouteKey;

/** The fields of a route's query (`?name`) and body (`a.b`) that hold ids; a list of ids ends in `[]`. */
export function idFieldsOf(document: OpenApi, route: RouteKey): string[] {
  const operation = operationOf(document, route);
  const queries = (operation.parameters ?? [])
    .filter((parameter) => parameter.in === 'query')
    .flatMap(({ name, schema }) => idsIn(document, schema, `?${name}`));
  const bodies = Object.values(operation.requestBody?.content ?? {}).flatMap(({ schema }) =>
    schema ? idsIn(document, schema, '') : [],
  );
  return [...new Set([...queries, ...bodies])];
}

/** Routes whose body the document leaves undescribed: the walk could not know the ids in it. */
export const undescribedBodies = (document: OpenApi): RouteKey[] =>
  routesOf(document).filter((route) =>
    Object.values(operationOf(document, route).requestBody?.content ?? {}).some(({ schema }) => !schema),
  );

export const canCount = (document: OpenApi, route: RouteKey): boolean =>
  (operationOf(document, route).parameters ?? []).some(({ name }) => name === 'count');

function operationOf(document: OpenApi, route: RouteKey): Operation {
  for (const [path, operations] of Object.entries(document.paths)) {
    for (const [method, operation] of Object.entries(operations)) if (keyOf(method, path) === route) return operation;
  }
  throw new Error(`The document has no ${route}`);
}

function idsIn(document: OpenApi, schema: Schema, path: string, seen: readonly string[] = []): string[] {
  if (schema.$ref) {
    const name = schema.$ref.split('/').at(-1) ?? '';
    const target = document.components.schemas[name];
    return target && !seen.includes(name) ? idsIn(document, target, path, [...seen, name]) : [];
  }
  return [
    ...(schema.format === 'uuid' ? [path] : []),
    ...[schema.anyOf, schema.oneOf, schema.allOf]
      .flatMap((some) => some ?? [])
      .flatMap((one) => idsIn(document, one, path, seen)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      idsIn(document, property, path ? `${path}.${name}` : name, seen),
    ),
    ...(schema.items ? idsIn(document, schema.items, `${path}[]`, seen) : []),
  ];
}
