// Reads the whole record against its chain of hashes, a line of JSON for each finding and one for the sum; ends with
// 1 when anything is not as it was sealed. Builds when there is nothing built; reads the database that DATABASE_URL or
// DATA_DIR names, and writes nothing.
import { becomeServer } from './become-server.mjs';

await becomeServer('audit-verify');
