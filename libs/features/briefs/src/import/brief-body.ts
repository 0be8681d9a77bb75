import type { ApiBodyOptions } from '@nestjs/swagger';
import { BriefImport } from '@uptake/contracts';
import { jsonSchemaOf } from '@uptake/platform';

const words = jsonSchemaOf(BriefImport, 'input') as { properties: Record<string, unknown> };
const { text: _, ...besideFile } = words.properties;

/** How the body of an import stands in the OpenAPI document: a form with one file, or the text itself as JSON. */
export const briefBody = {
  schema: {
    oneOf: [
      {
        type: 'object',
        properties: {
          ...besideFile,
          file: { type: 'string', format: 'binary', description: 'plain text in UTF-8 or UTF-16' },
        },
        required: ['file'],
        additionalProperties: false,
      },
      words,
    ],
  },
} as unknown as ApiBodyOptions;
