/** Metres within which the points where trucks are wanted are one: about a crossing's width. */
export const SAME_SPOT_M = 30;
