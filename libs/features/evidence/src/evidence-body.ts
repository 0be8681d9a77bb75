import type { ApiBodyOptions } from '@nestjs/swagger';
import { EvidenceLink, EvidenceUpload } from '@uptake/contracts';
import { z } from 'zod';

const shapeOf = (schema: z.ZodType) => {
  const { $schema: _, ...shape } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' });
  return shape;
};
const upload = shapeOf(EvidenceUpload);

/** Either a form with one file, or a link as JSON: what the OpenAPI document says of the one route that takes both. */
export const evidenceBody = {
  schema: {
    oneOf: [
      {
        ...upload,
        properties: { ...upload.properties, file: { type: 'string', format: 'binary' } },
        required: [...(upload.required ?? []), 'file'],
      },
      shapeOf(EvidenceLink),
    ],
  },
} as unknown as ApiBodyOptions;
