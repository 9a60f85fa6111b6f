import type { EntityManager } from 'typeorm';

/** A statement as the product sent it. */
export interface Statement {
  readonly sql: string;
  readonly values: unknown[];
}

/** Stands before the product's connection and remembers what passes. */
export class Recorder {
  readonly statements: Statement[] = [];
  /** To be handed to the product's own functions. */
  readonly manager: EntityManager;

  constructor(manager: EntityManager) {
    this.manager = new Proxy(manager, {
      get: (target, name): unknown => {
        if (name !== 'query') return Reflect.get(target, name, target);
        return (sql: string, values: unknown[] = []) => {
          this.statements.push({ sql, values });
          return target.query(sql, values);
        };
      },
    });
  }
}
