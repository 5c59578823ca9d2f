import { type WebConfigView, webConfigView } from '@tongyun/contracts';
import { send } from '../api/transport.js';

/** What the server says about the map before anybody signs in. */
export const getWebConfig = (): Promise<WebConfigView> =>
  send({ method: 'GET', path: 'web-config', answer: webConfigView });
