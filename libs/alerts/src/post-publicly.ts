import { request as requestPlain, type RequestOptions } from 'node:http';
import { request as requestSecure } from 'node:https';
import { publicLookup } from './public-lookup.js';

/**
 * Posts a text, or bytes, to an address on the internet and answers the status. A name that leads into our own
 * network is not called, whenever it began to; where an answer redirects to is not followed.
 */
export function postPublicly(
  url: string,
  body: string | Buffer,
  timeoutMs: number,
  headers: Readonly<Record<string, string | number>>,
): Promise<number> {
  const request = new URL(url).protocol === 'https:' ? requestSecure : requestPlain;
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(Buffer.byteLength(body)) },
    lookup: publicLookup,
    signal: AbortSignal.timeout(timeoutMs),
  };
  return new Promise((resolve, reject) => {
    const call = request(url, options, (response) => {
      response.once('error', reject);
      resolve(response.statusCode ?? 0);
      response.destroy();
    });
    call.once('error', reject);
    call.end(body);
  });
}
