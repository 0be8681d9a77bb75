import openapiTypescript, { COMMENT_HEADER, astToString } from 'openapi-typescript';

/** The TypeScript of an OpenAPI document, as src/schema.gen.ts keeps it. */
export async function generateApiTypes(document) {
  const types = await openapiTypescript(structuredClone(document), { alphabetize: true, defaultNonNullable: false });
  return `${COMMENT_HEADER}${astToString(types)}`;
}
