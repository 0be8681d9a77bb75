import { type ArgumentMetadata, Injectable, StandardSchemaValidationPipe } from '@nestjs/common';
import { DomainError } from '@uptake/domain';

export interface Issue {
  message: string;
  path?: ReadonlyArray<PropertyKey | { key: PropertyKey }> | undefined;
  code?: string;
  keys?: string[];
}

/** Validates by the zod schema on each parameter; an unknown or read-only field is named by its own path. */
@Injectable()
export class ContractPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({
      exceptionFactory: (issues) =>
        new DomainError('invalid_input', { errors: describeIssues(issues as readonly Issue[]) }),
    });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    if (metadata.type !== 'param') return super.transform(value, metadata);
    try {
      return await super.transform(value, metadata);
    } catch (error) {
      throw error instanceof DomainError ? new DomainError('not_found') : error;
    }
  }
}

/** What a schema found wrong, as the `errors` of a problem. */
export const describeIssues = (issues: readonly Issue[]) => issues.flatMap(describe);

function describe(issue: Issue): Array<{ path: string; code: string; message: string }> {
  const path = (issue.path ?? []).map((part) => String(typeof part === 'object' ? part.key : part));
  if (issue.code === 'unrecognized_keys') {
    return (issue.keys ?? []).map((key) => ({
      path: [...path, key].join('.'),
      code: 'unknown_field',
      message: `Unknown or read-only field: ${key}`,
    }));
  }
  return [{ path: path.join('.'), code: issue.code ?? 'invalid', message: issue.message }];
}
