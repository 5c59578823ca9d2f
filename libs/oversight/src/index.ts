export { CityQueries } from './city-queries.service.js';
export { DeclaredTripQueries } from './declared-trip-queries.service.js';
export { type DeclaredTrips, DeclareTripsService } from './declare-trips.service.js';
export { EnterpriseLedgerQueries } from './enterprise-ledger-queries.service.js';
export { OversightModule } from './oversight.module.js';
