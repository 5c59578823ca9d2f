// What other rules would have raised on stored fixes: FILE.json holds values of policy by their keys. Builds when
// there is nothing built; reads the database that DATABASE_URL or DATA_DIR names.
import { becomeServer } from './become-server.mjs';

await becomeServer('judge-again');
