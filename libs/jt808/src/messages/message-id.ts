/** Message ids this engine reads or writes (JT/T 808-2019, annex A). */
export const MESSAGE_ID = {
  terminalAnswer: 0x0001,
  heartbeat: 0x0002,
  logOut: 0x0003,
  register: 0x0100,
  authenticate: 0x0102,
  location: 0x0200,
  locationBatch: 0x0704,
  platformAnswer: 0x8001,
  registerAnswer: 0x8100,
} as const;
