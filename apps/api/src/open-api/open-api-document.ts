import { agencyKeyPermission, refusal } from '@tongyun/contracts';
import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { z } from 'zod';
import { type DescribedRoute, describeRoutes, operationIdOf } from './described-routes.js';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type SchemaObject = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string];

const MUTABLE_METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const json = (schema: SchemaObject) => ({ 'application/json': { schema } });

/** The contract of every route, from the schemas that it really checks and answers with. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const settings = new DocumentBuilder()
    .setTitle('Tongyun 砼运')
    .setDescription('Dispatches and tracks a city’s ready-mixed concrete trucks.')
    .setVersion('1')
    .addBearerAuth()
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Agency-Key' }, 'agencyKey')
    .addApiKey({ type: 'apiKey', in: 'header', name: 'X-Officer-Badge' }, 'officerBadge')
    .build();
  const document = SwaggerModule.createDocument(app, settings, {
    operationIdFactory: operationIdOf,
    standardSchemaConverter: (schema, { schemaType }) =>
      isZod(schema) ? { schema: jsonSchemaOf(schema, schemaType) } : undefined,
  });
  addRefusalSchema(document);
  describeOperations(document, describeRoutes(app));
  return document;
}

function addRefusalSchema(document: OpenAPIObject): void {
  document.components ??= {};
  document.components.schemas = {
    ...document.components.schemas,
    Refusal: jsonSchemaOf(refusal, 'output'),
  };
}

function describeOperations(
  document: OpenAPIObject,
  routes: ReadonlyMap<string, DescribedRoute>,
): void {
  for (const path of Object.values(document.paths)) {
    for (const method of MUTABLE_METHODS) {
      const operation = path[method];
      const route = operation && routes.get(operation.operationId ?? '');
      if (route) describeOperation(operation, route);
    }
  }
}

function describeOperation(operation: Operation, route: DescribedRoute): void {
  const content = route.answer ? { content: json(jsonSchemaOf(route.answer, 'output')) } : {};
  operation.responses = {
    [route.status]: { description: 'Done', ...content },
    default: {
      description: 'Refused, with a stable code',
      content: json({ $ref: '#/components/schemas/Refusal' }),
    },
  };
  operation.security = route.isPublic ? [] : waysIn(route.permission);
  operation.description = route.isPublic
    ? 'Open to everybody.'
    : `Needs the permission \`${route.permission ?? 'none: refused to all'}\`.`;
  Object.assign(operation, { 'x-permission': route.permission, 'x-public': route.isPublic });
}

/** A sign-in; or, for what it may be good for, the key of an agency's system with its officer's badge. */
function waysIn(permission: string | null): Record<string, string[]>[] {
  const bySignIn = { bearer: [] };
  if (!agencyKeyPermission.safeParse(permission).success) return [bySignIn];
  return [bySignIn, { agencyKey: [], officerBadge: [] }];
}

const isZod = (schema: unknown): schema is z.ZodType => schema instanceof z.ZodType;

function jsonSchemaOf(schema: z.ZodType, io: 'input' | 'output'): SchemaObject {
  const { $schema: _, ...body } = z.toJSONSchema(schema, {
    io,
    target: 'openapi-3.0',
    unrepresentable: 'any',
  });
  return body as SchemaObject;
}
