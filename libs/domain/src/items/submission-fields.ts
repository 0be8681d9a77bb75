import { DomainError } from '../shared/domain-error.js';

interface FieldsSchema<T> {
  safeParse(value: unknown):
    | { success: true; data: T }
    | {
        success: false;
        error: { issues: Array<{ path: PropertyKey[]; code: string; message: string; keys?: string[] }> };
      };
}

/** The fields of a submission by the schema of its kind; throws `invalid_input` naming each as `fields.x`. */
export function readSubmissionFields<T>(schema: FieldsSchema<T>, fields: Record<string, unknown>): T {
  const read = schema.safeParse(fields);
  if (read.success) return read.data;
  throw new DomainError('invalid_input', {
    errors: read.error.issues.flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? (issue.keys ?? []).map((key) => ({
            path: `fields.${key}`,
            code: 'unknown_field',
            message: `Unknown or read-only field: ${key}`,
          }))
        : [{ path: ['fields', ...issue.path.map(String)].join('.'), code: issue.code, message: issue.message }],
    ),
  });
}
