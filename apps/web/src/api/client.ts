import { newId } from '@tongyun/kernel';
import type { z } from 'zod';
import { ApiRefusal } from './api-refusal.js';
import { bearer, session } from './session.js';
import { type Question, send, sendForFile } from './transport.js';

export interface WriteOptions {
  /** Version of the row as it was seen, for what two people may edit. */
  readonly ifMatch?: number;
  /** One key for one intention: the same key repeats nothing. Made here when not given. */
  readonly idempotencyKey?: string;
  readonly query?: NonNullable<Question['query']>;
}

type Query = NonNullable<Question['query']>;

/** Asks with the sign-in of this page; renews a token that is not taken any more once. */
async function signedIn<Answer>(
  ask: (headers: Readonly<Record<string, string>>) => Promise<Answer>,
): Promise<Answer> {
  const withToken = async () => ask(bearer(await session.accessToken()));
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
    return signedIn((headers) => send({ method: 'GET', path, query, headers, answer }));
  },

  file(path: string, query: Query = {}): Promise<Blob> {
    return signedIn((headers) => sendForFile({ method: 'GET', path, query, headers }));
  },

  post<Answer>(
    path: string,
    body: unknown,
    answer: z.ZodType<Answer>,
    { ifMatch, idempotencyKey, query }: WriteOptions = {},
  ): Promise<Answer> {
    const keys = {
      'idempotency-key': idempotencyKey ?? newId<string>(),
      ...(ifMatch === undefined ? {} : { 'if-match': `"${ifMatch}"` }),
    };
    return signedIn((headers) =>
      send({
        method: 'POST',
        path,
        body,
        answer,
        headers: { ...keys, ...headers },
        ...(query && { query }),
      }),
    );
  },
};
