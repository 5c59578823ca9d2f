// Moves what the embedded database of DATA_DIR keeps to the empty PostgreSQL that DATABASE_URL names, a line of JSON for
// each table and one for the sum. Builds when there is nothing built.
import { becomeServer } from './become-server.mjs';

await becomeServer('move-data');
