import { createIdbStore } from "./idbStore";
import { createRemembered } from "./remembered";

/** The page's one way to the browser's own database, which is opened when it is first asked. */
export const browserStore = createIdbStore();

/** What this browser remembers of its reader's choices. */
export const remembered = createRemembered(browserStore);
