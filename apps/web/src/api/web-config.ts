import { webConfigView } from '@tongyun/contracts';
import { queryOptions } from '@tanstack/react-query';
import { send } from './transport.js';

/** What the server says before anybody signs in; it stays so until it is started anew. */
export const webConfig = () =>
  queryOptions({
    queryKey: ['web-config'],
    queryFn: () => send({ method: 'GET', path: 'web-config', answer: webConfigView }),
    staleTime: Infinity,
  });
