import { newId } from '@tongyun/kernel';
import type { z } from 'zod';
import { ApiRefusal } from './api-refusal.js';
import { bearer, session } from './session.js';
import { type Call, send } from './transport.js';

export interface WriteOptions {
  /** Version of the row as it was seen, for what two people may edit. */
  readonly ifMatch?: number;
  /** One key for one intention: the same key repeats nothing. Made here when not given. */
  readonly idempotencyKey?: string;
}

type Query = NonNullable<Call<unknown>['query']>;

/** Calls with the sign-in of this page; renews a token that is not taken any more once. */
async function call<Answer>(request: Call<Answer>): Promise<Answer> {
  const withToken = async () =>
    send({
      ...request,
      headers: { ...request.headers, ...bearer(await session.accessToken()) },
    });
  try {
    return await withToken();
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.status !== 401) throw error;
    await session.renew();
    return withToken();
  }
}

export const api = {
  get<Answer>(path: string, answer: z.ZodType<Answer>, query: Query = {}): Promise<Answer> {
    return call({ method: 'GET', path, query, answer });
  },

  post<Answer>(
    path: string,
    body: unknown,
    answer: z.ZodType<Answer>,
    { ifMatch, idempotencyKey }: WriteOptions = {},
  ): Promise<Answer> {
    return call({
      method: 'POST',
      path,
      body,
      answer,
      headers: {
        'idempotency-key': idempotencyKey ?? newId<string>(),
        ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
      },
    });
  },
};
