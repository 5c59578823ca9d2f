// The product itself: builds when there is nothing built, then becomes the server.
import { becomeServer } from './become-server.mjs';

await becomeServer();
