import { BriefImport } from '@uptake/contracts';
import { jsonSchemaOf } from '@uptake/platform';

/** How the body of an import stands in the OpenAPI document: a file, or the text itself. */
export const briefBody = {
  content: {
    'multipart/form-data': {
      schema: {
        type: 'object',
        properties: { file: { type: 'string', format: 'binary', description: 'plain text in UTF-8 or UTF-16' }, title: { type: 'string' }, referencePrefix: { type: 'string' } },
        required: ['file'],
      },
    },
    'application/json': { schema: jsonSchemaOf(BriefImport, 'input') },
  },
} as never;
