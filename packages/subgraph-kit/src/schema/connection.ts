import { badUserInput, type Sealer } from '@satu-pintu/service-kit';
import { ArgsType, Directive, Field, ID, Int, ObjectType } from 'type-graphql';

type NodeClass = new () => object;

const LARGEST_PAGE = 100;

@Directive('@shareable')
@ObjectType({ description: 'Where a page stands in its list.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more follows.' })
  hasNextPage!: boolean;

  @Field(() => ID, {
    nullable: true,
    description: 'Cursor of the last item, for `after`; null on an empty page.',
  })
  endCursor!: string | null;
}

/** Arguments of every connection. */
@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: 'How many at most, 1 to 100.' })
  first!: number;

  @Field(() => ID, { nullable: true, description: 'Cursor of the item after which the page begins.' })
  after?: string | null;
}

/** A page as a resolver hands it out. */
export interface Page<Node> {
  readonly nodes: readonly Node[];
  readonly edges: readonly { readonly cursor: string; readonly node: Node }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** The connection and edge types of a node type, named after it; shareable, since several subgraphs may list the same type. */
export function connectionOf(node: NodeClass, nodeName: string): new () => Page<object> {
  @Directive('@shareable')
  @ObjectType(`${nodeName}Edge`, { description: `One ${nodeName} in a list, with its cursor.` })
  class Edge {
    @Field(() => ID, { description: 'Opaque place of this item, for `after`.' })
    cursor!: string;

    @Field(() => node, { description: 'The item.' })
    node!: object;
  }

  @Directive('@shareable')
  @ObjectType(`${nodeName}Connection`, { description: `A page of ${nodeName}.` })
  class Connection {
    @Field(() => [node], { description: 'The items alone.' })
    nodes!: object[];

    @Field(() => [Edge], { description: 'The items with their cursors.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Whether more follows, and from where.' })
    pageInfo!: PageInfo;
  }
  return Connection;
}

/** Checks `first` and opens `after`; a cursor that we did not seal is bad input. */
export function readPageArgs<Key>(
  args: PageArgs,
  cursors: Sealer<Key>,
): { limit: number; after: Key | null } {
  if (args.first < 1 || args.first > LARGEST_PAGE) throw badUserInput('`first` must be from 1 to 100.');
  const isFirstPage = args.after === undefined || args.after === null;
  const after = isFirstPage ? null : cursors.open(args.after ?? '');
  if (!isFirstPage && after === null) throw badUserInput('`after` is not a cursor of this list.');
  return { limit: args.first, after };
}

/** Makes a page from up to `limit + 1` rows: the extra one only tells that more follows. */
export function toPage<Row, Node, Key>(
  rows: readonly Row[],
  limit: number,
  present: (row: Row) => Node,
  keyOf: (row: Row) => Key,
  cursors: Sealer<Key>,
): Page<Node> {
  const edges = rows.slice(0, limit).map((row) => ({ cursor: cursors.seal(keyOf(row)), node: present(row) }));
  return {
    nodes: edges.map((edge) => edge.node),
    edges,
    pageInfo: { hasNextPage: rows.length > limit, endCursor: edges.at(-1)?.cursor ?? null },
  };
}
