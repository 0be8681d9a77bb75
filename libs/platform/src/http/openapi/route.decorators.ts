import { Body, HttpCode, Param, Query, applyDecorators } from '@nestjs/common';
import { ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { Id, type ProblemCode } from '@uptake/contracts';
import { z } from 'zod';
import { problemStatus } from '../errors/problem-status.js';

/** The codes any signed-in route can answer with. */
const always: ProblemCode[] = ['unauthenticated', 'forbidden', 'not_found', 'invalid_input', 'too_many_requests', 'unavailable', 'internal'];

/** Status and shape of the answer, and every error the route can give: grouped by status in the OpenAPI document. */
export function Answers(status: number, schema: z.ZodType | null, errors: readonly ProblemCode[] = []): MethodDecorator {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set([...always, ...errors])) byStatus.set(problemStatus[code], [...(byStatus.get(problemStatus[code]) ?? []), code]);
  return applyDecorators(
    HttpCode(status),
    ApiResponse({ status, description: status === 204 ? 'Done' : 'The answer', ...(schema ? { standardSchema: schema as never } : {}) }),
    ...[...byStatus].map(([code, codes]) => ApiResponse({ status: code, description: codes.join(', '), content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } })),
  );
}

/** The body, validated by its contract; the pipe answers 422 naming each field. */
export const BodyOf = (schema: z.ZodType): ParameterDecorator => Body({ schema: schema as never });

/** Validates the query string by a contract and puts each of its fields into the OpenAPI document. */
export const QueryOf =
  (schema: z.ZodObject): ParameterDecorator =>
  (target, key, index) => {
    Query({ schema: schema as never })(target, key, index);
    const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' });
    const required = new Set(json.required ?? []);
    const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (!method || key === undefined) throw new Error('QueryOf belongs on a parameter of a method');
    for (const [name, property] of Object.entries(json.properties ?? {})) {
      ApiQuery({ name, required: required.has(name), schema: property as never })(target, key, method);
    }
  };

/** A UUID in the path. What is no UUID cannot exist: 404, as for any other id one may not see. */
export const IdParam =
  (name = 'id'): ParameterDecorator =>
  (target, key, index) => {
    Param(name, { schema: Id as never })(target, key, index);
    const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
    if (method && key !== undefined) ApiParam({ name, schema: { type: 'string', format: 'uuid' } })(target, key, method);
  };

