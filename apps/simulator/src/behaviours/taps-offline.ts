/** Seconds of every `everySec` in which a driver's phone has no network: his taps wait. */
export interface Coverage {
  isOnline(atMs: number): boolean;
}

/** A phone that loses the network now and then and sends its taps together afterwards. */
export const tapsOffline = (everySec = 300, offlineSec = 120): Coverage => ({
  isOnline: (atMs) => (atMs / 1_000) % everySec >= offlineSec,
});

export const ALWAYS_ONLINE: Coverage = { isOnline: () => true };
