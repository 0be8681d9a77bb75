import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** Every schema with an id met so far, as the document's components: one type a name for generated clients. */
export const components = new Map<string, JsonSchema>();

/** The JSON Schema (2020-12) of a contract; parts with an id become references into the components. */
export function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const {
    $schema: _,
    $defs,
    ...root
  } = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any', reused: 'inline' }) as JsonSchema;
  for (const [name, definition] of Object.entries(($defs ?? {}) as Record<string, JsonSchema>))
    components.set(name, relink(definition) as JsonSchema);
  const { id, ...body } = relink(root) as JsonSchema;
  if (typeof id !== 'string') return body;
  components.set(id, body);
  return { $ref: `#/components/schemas/${id}` };
}

function relink(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relink);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) => [
      key,
      key === '$ref' && typeof entry === 'string' ? entry.replace('#/$defs/', '#/components/schemas/') : relink(entry),
    ]),
  );
}
