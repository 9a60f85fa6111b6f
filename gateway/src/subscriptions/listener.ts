import { GraphQLError, type GraphQLFormattedError } from 'graphql';

/** The end of a stream, as one listener is told. */
export type StreamEnd = readonly GraphQLFormattedError[] | null;

/**
 * One client's subscription. Its answers are written straight to the socket, since many listeners share one text; the
 * protocol library only waits here for the end.
 */
export class Listener implements AsyncIterableIterator<never> {
  private finish!: (end: IteratorResult<never>) => void;
  private fail!: (reason: GraphQLError) => void;
  private readonly ended: Promise<IteratorResult<never>>;

  constructor(
    private readonly write: (sharedTail: string) => void,
    private readonly leave: (listener: Listener) => void,
  ) {
    this.ended = new Promise((resolve, reject) => {
      this.finish = resolve;
      this.fail = reject;
    });
    this.ended.catch(() => undefined); // whoever waits hears of it
  }

  /** Hands over one answer: what follows the id in its frame. */
  send(sharedTail: string): void {
    this.write(sharedTail);
  }

  /** Nothing more will come; errors say why when it was not the plain end. */
  end(errors: StreamEnd): void {
    const [first] = errors ?? [];
    if (first) this.fail(new GraphQLError(first.message, { extensions: first.extensions ?? {} }));
    else this.finish({ done: true, value: undefined });
  }

  next(): Promise<IteratorResult<never>> {
    return this.ended;
  }

  return(): Promise<IteratorResult<never>> {
    this.leave(this);
    this.end(null);
    return this.ended;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
