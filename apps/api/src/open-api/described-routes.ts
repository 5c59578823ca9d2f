import { IS_PUBLIC, NEEDED_PERMISSION, type Permission } from '@tongyun/accounts';
import { type INestApplication, RequestMethod } from '@nestjs/common';
import { HTTP_CODE_METADATA, METHOD_METADATA } from '@nestjs/common/constants.js';
import { CLASS_SERIALIZER_OPTIONS } from '@nestjs/common/serializer/class-serializer.constants.js';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { z } from 'zod';

/** What a route's decorators say of it, beyond what @nestjs/swagger reads. */
export interface DescribedRoute {
  readonly isPublic: boolean;
  readonly permission: Permission | null;
  readonly status: number;
  /** Of the body that it answers with; null when it has none. */
  readonly answer: z.ZodType | null;
}

export const operationIdOf = (controller: string, method: string): string =>
  `${controller.replace(/Controller$/, '')}_${method}`;

/** Every route of the application, by its operation id. */
export function describeRoutes(app: INestApplication): ReadonlyMap<string, DescribedRoute> {
  const reflector = app.get(Reflector);
  const controllers = app.get(DiscoveryService, { strict: false }).getControllers();
  return new Map(
    controllers.flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      return routeHandlersOf(metatype).map(
        ([name, handler]) =>
          [
            operationIdOf(metatype.name, name),
            describe(reflector, handler, metatype as Handler),
          ] as const,
      );
    }),
  );
}

type Handler = (...args: never[]) => unknown;

function routeHandlersOf(controller: { readonly prototype: object }): [string, Handler][] {
  return Object.entries(Object.getOwnPropertyDescriptors(controller.prototype)).flatMap(
    ([name, { value }]) =>
      typeof value === 'function' && Reflect.hasMetadata(METHOD_METADATA, value)
        ? [[name, value as Handler]]
        : [],
  );
}

function describe(reflector: Reflector, handler: Handler, controller: Handler): DescribedRoute {
  const places = [handler, controller];
  const options = reflector.get<{ schema?: z.ZodType } | undefined>(
    CLASS_SERIALIZER_OPTIONS,
    handler,
  );
  const isPost = Reflect.getMetadata(METHOD_METADATA, handler) === RequestMethod.POST;
  return {
    isPublic: reflector.getAllAndOverride<boolean>(IS_PUBLIC, places) ?? false,
    permission: reflector.getAllAndOverride<Permission>(NEEDED_PERMISSION, places) ?? null,
    status: reflector.get<number>(HTTP_CODE_METADATA, handler) ?? (isPost ? 201 : 200),
    answer: options?.schema ?? null,
  };
}
