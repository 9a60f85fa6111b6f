import { localDateOf } from '@satu-pintu/calendar';
import { DateScalar } from '@satu-pintu/subgraph-kit';
import { Arg, Query, Resolver } from 'type-graphql';
import type { DataSource } from 'typeorm';
import { presentCategory } from './category.presenter.js';
import { loadValidCategories } from './category.store.js';
import { Category } from './category.type.js';

@Resolver()
export class CategoryResolver {
  constructor(
    private readonly database: DataSource,
    private readonly now: () => Date,
  ) {}

  @Query(() => [Category], { description: 'Topics in use on a day, in the order of the official list.' })
  async categories(
    @Arg('at', () => DateScalar, { nullable: true, description: 'Jakarta; today by default.' }) at?: string,
  ): Promise<Category[]> {
    const rows = await loadValidCategories(
      this.database.manager,
      at ?? localDateOf(this.now(), 'Asia/Jakarta'),
    );
    return rows.map(presentCategory);
  }
}
