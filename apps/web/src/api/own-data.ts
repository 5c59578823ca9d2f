import { driverOwnDataView } from '@tongyun/contracts';
import { api } from './client.js';

/** What is kept of the driver who asks. */
export const getOwnData = () => api.get('drivers/me/data', driverOwnDataView);
