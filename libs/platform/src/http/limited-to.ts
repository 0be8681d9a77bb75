import { HttpException, HttpStatus } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';

/** At most so many requests of one network address in so many seconds, counted by this process; the rest is 429. */
export const LimitedTo = (max: number, seconds: number): MethodDecorator =>
  RouteConfig({
    rateLimit: {
      max,
      timeWindow: seconds * 1000,
      errorResponseBuilder: () => new HttpException('Too many requests', HttpStatus.TOO_MANY_REQUESTS),
    },
  });
