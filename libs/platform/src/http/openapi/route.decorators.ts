import { Body, HttpCode, Param, Query, applyDecorators } from '@nestjs/common';
import { ApiBody, ApiParam, ApiQuery, ApiResponse } from '@nestjs/swagger';
import { Id, type ProblemCode } from '@uptake/contracts';
import { z } from 'zod';
import { problemStatus } from '../errors/problem-status.js';
import { jsonSchemaOf } from './json-schema.js';

/** The codes any signed-in route can answer with. */
const always: ProblemCode[] = [
  'unauthenticated',
  'forbidden',
  'not_found',
  'invalid_input',
  'too_many_requests',
  'unavailable',
  'internal',
];

/** Status and shape of the answer, and every error the route can give: grouped by status in the OpenAPI document. */
export function Answers(
  status: number,
  schema: z.ZodType | null,
  errors: readonly ProblemCode[] = [],
): MethodDecorator {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set([...always, ...errors]))
    byStatus.set(problemStatus[code], [...(byStatus.get(problemStatus[code]) ?? []), code]);
  return applyDecorators(
    HttpCode(status),
    ApiResponse({
      status,
      description: status === 204 ? 'Done' : 'The answer',
      ...(schema ? { content: { 'application/json': { schema: jsonSchemaOf(schema, 'output') as never } } } : {}),
    }),
    ...[...byStatus].map(([code, codes]) =>
      ApiResponse({
        status: code,
        description: codes.join(', '),
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
  );
}

/** An answer that is a file, of whatever type; 304 when the caller has it already. */
export const AnswersBytes = (errors: readonly ProblemCode[] = []): MethodDecorator =>
  applyDecorators(
    Answers(200, null, errors),
    ApiResponse({
      status: 200,
      description: 'The file',
      content: { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } },
    }),
    ApiResponse({ status: 304, description: 'As the caller knows it' }),
  );

/** A stream of server-sent events: each one's `data` is of this shape. */
export const AnswersEvents = (schema: z.ZodType, errors: readonly ProblemCode[] = []): MethodDecorator =>
  applyDecorators(
    Answers(200, null, errors),
    ApiResponse({
      status: 200,
      description: 'The stream',
      content: { 'text/event-stream': { schema: jsonSchemaOf(schema, 'output') as never } },
    }),
  );

/** The body, validated by its contract (the pipe answers 422 naming each field) and described in the OpenAPI document. */
export const BodyOf =
  (schema: z.ZodType): ParameterDecorator =>
  (target, key, index) => {
    Body({ schema: schema as never })(target, key, index);
    // a body that the contract can do without may be left out
    ApiBody({ required: !schema.safeParse(undefined).success, schema: jsonSchemaOf(schema, 'input') as never })(
      target,
      key as string,
      methodOf(target, key),
    );
  };

/** Validates the query string by a contract and puts each of its fields into the OpenAPI document. */
export const QueryOf =
  (schema: z.ZodObject): ParameterDecorator =>
  (target, key, index) => {
    Query({ schema: schema as never })(target, key, index);
    const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-2020-12', unrepresentable: 'any' });
    const required = new Set(json.required ?? []);
    for (const [name, property] of Object.entries(json.properties ?? {})) {
      ApiQuery({ name, required: required.has(name), schema: property as never })(
        target,
        key as string,
        methodOf(target, key),
      );
    }
  };

/** A UUID in the path. What is no UUID cannot exist: 404, as for any other id one may not see. */
export const IdParam =
  (name = 'id'): ParameterDecorator =>
  (target, key, index) => {
    Param(name, { schema: Id as never })(target, key, index);
    ApiParam({ name, schema: { type: 'string', format: 'uuid' } })(target, key as string, methodOf(target, key));
  };

/** A counting number in the path, from 1. What is none cannot exist: 404. */
export const NumberParam =
  (name: string): ParameterDecorator =>
  (target, key, index) => {
    Param(name, { schema: z.coerce.number().int().min(1).max(1_000_000) as never })(target, key, index);
    ApiParam({ name, schema: { type: 'integer', minimum: 1 } })(target, key as string, methodOf(target, key));
  };

function methodOf(target: object, key: string | symbol | undefined): PropertyDescriptor {
  const method = key === undefined ? undefined : Object.getOwnPropertyDescriptor(target, key);
  if (!method) throw new Error('This decorator belongs on a parameter of a method');
  return method;
}
