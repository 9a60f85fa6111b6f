import type { CategoryRow } from './category.store.js';
import { Category } from './category.type.js';

export function presentCategory({ isValid: _isValid, ...row }: CategoryRow): Category {
  return Object.assign(new Category(), row);
}
