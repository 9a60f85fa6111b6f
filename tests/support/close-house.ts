export { closeHouse as default } from './open-house.js';
