/** The TypeScript of an OpenAPI document, as src/schema.gen.ts keeps it. */
export function generateApiTypes(document: object): Promise<string>;
