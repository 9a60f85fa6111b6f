import { jestForWorkspace } from '../../jest.base.mjs';

export default jestForWorkspace();
