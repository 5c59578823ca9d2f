/** Enterprises take and give back places while others look; no live topic tells of it. */
export const READ_EVERY_MS = 10_000;
