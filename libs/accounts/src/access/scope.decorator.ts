import { carrierOf } from '@tongyun/platform';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

/** Hands a handler the scope of whoever asks: `@Scope() scope: AccessScope`. */
export const Scope = createParamDecorator((_: unknown, context: ExecutionContext) => {
  const { scope } = carrierOf(context);
  if (!scope) throw new Error('@Scope() on a route that the access guard let pass unsigned');
  return scope;
});
