// Jest's global tear-down: ends the databases that database-giver.mjs started.
export default () => globalThis.takeDatabasesBack?.();
