/** What was entered of a driver; of a correction, only what it changes. */
export interface EnteredOfDriver {
  readonly name?: string;
  readonly phone?: string;
  readonly licenceClass?: string;
}

/**
 * Whether a correction makes somebody else of a driver, as whom his examinations would count: under another
 * name it does. By what number he is called, and what he holds a licence for, is no part of who he is.
 *
 * @param before what the correction changes, as it is now
 */
export const changesWhoHeIs = ({ name }: EnteredOfDriver): boolean => name !== undefined;
