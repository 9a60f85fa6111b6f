import { createLogger } from '@satu-pintu/service-kit';
import { readOwnerUrl } from './config.js';
import { runHierarchyLoad } from './hierarchy/run-hierarchy-load.js';

await runHierarchyLoad(readOwnerUrl(), createLogger('agencies load'));
