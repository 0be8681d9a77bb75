import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { Problem } from '@uptake/contracts';
import { components, jsonSchemaOf } from './json-schema.js';

/** The OpenAPI 3.1 document of the running application: exactly the routes it has. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Uptake')
    .setDescription(
      'From a paragraph in a brief to a verified result. Errors are RFC 9457 documents with a code of a closed list.',
    )
    .setVersion('1')
    .setOpenAPIVersion('3.1.0')
    .addCookieAuth('uptake', { type: 'apiKey', in: 'cookie' }, 'session')
    .addBearerAuth({ type: 'http', scheme: 'bearer' }, 'token')
    .addSecurityRequirements('session')
    .addSecurityRequirements('token')
    .build();
  const document = SwaggerModule.createDocument(app as never, settings, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '')}_${method}`,
  });
  jsonSchemaOf(Problem, 'output');
  document.components = {
    ...document.components,
    schemas: Object.fromEntries([...components].sort(([a], [b]) => a.localeCompare(b))) as never,
  };
  nameWorkspace(document);
  return document;
}

/** The workspace's slug stands in most paths and is read by the guard, so no handler declares it. */
function nameWorkspace(document: OpenAPIObject): void {
  for (const [path, methods] of Object.entries(document.paths)) {
    if (!path.includes('{w}')) continue;
    for (const operation of Object.values(methods as Record<string, { parameters?: Array<{ name?: string }> }>)) {
      const others = (operation.parameters ?? []).filter((parameter) => parameter.name !== 'w');
      operation.parameters = [
        {
          name: 'w',
          in: 'path',
          required: true,
          description: "The workspace's slug",
          schema: { type: 'string' },
        } as never,
        ...others,
      ];
    }
  }
}
