import { refusal } from '@tongyun/contracts';
import type { z } from 'zod';
import { ApiRefusal, unreachable } from './api-refusal.js';

/** What is asked for, whatever form the answer has. */
export interface Question {
  readonly method: 'GET' | 'POST';
  /** Below `/api/v1/`, without a leading slash. */
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  /** Sent as JSON; a file as it is. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Call<Answer> extends Question {
  readonly answer: z.ZodType<Answer>;
}

/** Sends one call and reads the answer by its contract; throws `ApiRefusal` in every other case. */
export async function send<Answer>(call: Call<Answer>): Promise<Answer> {
  const response = await ask(call);
  const content = await readJson(response);
  if (!response.ok) throw new ApiRefusal(response.status, refusalIn(content, response.status));
  const answer = call.answer.safeParse(content);
  if (answer.success) return answer.data;
  throw new ApiRefusal(response.status, {
    code: 'ANSWER_NOT_UNDERSTOOD',
    message: 'The answer does not keep to the contract; reload the page',
    details: { path: call.path, issues: answer.error.issues.slice(0, 5) },
  });
}

/** Asks for a file; throws `ApiRefusal` when there is none to be had. */
export async function sendForFile(question: Question): Promise<Blob> {
  const response = await ask(question);
  if (!response.ok) {
    const content = await readJson(response);
    throw new ApiRefusal(response.status, refusalIn(content, response.status));
  }
  return response.blob().catch(() => {
    throw unreachable();
  });
}

async function ask({ method, path, query, body, headers }: Question): Promise<Response> {
  try {
    return await fetch(urlOf(path, query), {
      method,
      credentials: 'same-origin',
      // What one user saw stays in no cache, and a version is no validator of what it is made of.
      cache: 'no-store',
      headers: {
        accept: 'application/json',
        ...(body === undefined ? {} : { 'content-type': typeOf(body) }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: body instanceof Blob ? body : JSON.stringify(body) }),
    });
  } catch {
    throw unreachable();
  }
}

const typeOf = (body: unknown): string => {
  if (!(body instanceof Blob)) return 'application/json';
  return body.type === '' ? 'application/octet-stream' : body.type;
};

function urlOf(path: string, query: Question['query']): string {
  const asked = Object.entries(query ?? {}).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, String(value)]],
  );
  const search = new URLSearchParams(asked).toString();
  return `/api/v1/${path}${search === '' ? '' : `?${search}`}`;
}

async function readJson(response: Response): Promise<unknown> {
  const text = await response.text().catch(() => {
    throw unreachable();
  });
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function refusalIn(content: unknown, status: number) {
  const read = refusal.safeParse(content);
  if (read.success) return read.data;
  // A proxy in between answers in its own words.
  const isAway = status === 502 || status === 503 || status === 504;
  return {
    code: isAway ? 'UNAVAILABLE' : 'FAULT',
    message: `The server answered ${status}`,
    details: {},
  };
}
