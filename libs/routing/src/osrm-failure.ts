export type OsrmFailureCode =
  /** No answer in time, no connection, a fault of the server, or an answer not understood. */
  | 'unavailable'
  /** OSRM refused the request; asking again gives the same. */
  | 'refused'
  /** A place lies farther from every road of the map than a truck's yard would. */
  | 'off_the_map';

/** Why OSRM gave no travel time; stays within this lib, which then estimates. */
export class OsrmFailure extends Error {
  override readonly name = 'OsrmFailure';

  constructor(
    readonly code: OsrmFailureCode,
    message: string,
  ) {
    super(message);
  }
}
