import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem } from '@uptake/contracts';
import { z } from 'zod';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 document of the running application: exactly the routes it has. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const named = new Map<string, Json>();
  const convert = (schema: z.ZodType, io: 'input' | 'output'): Json => {
    const json = z.toJSONSchema(schema, { io, target: 'draft-2020-12', unrepresentable: 'any', reused: 'inline' }) as Json;
    return lift(json, named, io);
  };
  const settings = new DocumentBuilder()
    .setTitle('Uptake')
    .setDescription('From a paragraph in a brief to a verified result. Errors are RFC 9457 documents with a code of a closed list.')
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('uptake', { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .addSecurityRequirements('session')
    .addSecurityRequirements('token')
    .build();
  const document = SwaggerModule.createDocument(app as never, settings, {
    standardSchemaConverter: ((schema: unknown, context?: { io?: 'input' | 'output' }) => convert(schema as z.ZodType, context?.io ?? 'output')) as never,
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  lift(z.toJSONSchema(Problem, { target: 'draft-2020-12', reused: 'inline' }) as Json, named, 'output');
  document.components = { ...document.components, schemas: { ...document.components?.schemas, ...Object.fromEntries(named) } as never };
  return document;
}

/** Moves every schema with an id into the components, so that clients get one type a name. */
function lift(json: Json, named: Map<string, Json>, io: 'input' | 'output'): Json {
  const { $schema: _schema, $defs, ...rest } = json;
  for (const [name, definition] of Object.entries(($defs ?? {}) as Record<string, Json>)) named.set(name, relink({ ...definition }, io) as Json);
  const root = relink(rest, io) as Json;
  const { id, ...body } = root;
  if (typeof id !== 'string') return root;
  named.set(id, body);
  return { $ref: `#/components/schemas/${id}` };
}

function relink(value: unknown, io: 'input' | 'output'): unknown {
  if (Array.isArray(value)) return value.map((entry) => relink(entry, io));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, entry]) =>
      key === '$ref' && typeof entry === 'string' ? [key, entry.replace('#/$defs/', '#/components/schemas/')] : [key, relink(entry, io)],
    ),
  );
}
