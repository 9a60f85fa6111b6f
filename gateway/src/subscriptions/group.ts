import { setImmediate as nextTurn } from 'node:timers/promises';
import type { FormattedExecutionResult, GraphQLFormattedError } from 'graphql';
import { type PresentError, presentAll } from '../errors/present-error.js';
import { unavailable } from '../errors/refusals.js';
import { type SubgraphAnswer, withoutInternals } from '../fetching/answer.js';
import type { AnswerEvent, Subscribed } from './answer-event.js';
import { Listener, type StreamEnd } from './listener.js';
import type { UpstreamSink } from './upstream.js';

/** Frames written before other work of the process gets its turn. */
const CHUNK = 250;
/** Events that may wait to be answered; a group further behind is ended, so that its clients come back and catch up. */
const MOST_WAITING = 1_000;

/** What events are answered with. */
export interface GroupTools {
  readonly answerEvent: AnswerEvent;
  readonly present: PresentError;
}

/** Listeners with one question and one set of rights: one upstream, one execution and one text per event. */
export class Group implements UpstreamSink {
  private readonly listeners = new Set<Listener>();
  private turn: Promise<void> = Promise.resolve();
  private waiting = 0;
  private lastState: string | null = null;
  private end: (() => void) | null = null;
  private isOver = false;

  constructor(
    private readonly subscribed: Subscribed,
    private readonly tools: GroupTools,
    /** Called once, when nobody listens any more or nothing more will come. */
    private readonly onOver: () => void,
  ) {}

  /** Begins to listen upstream; `subscribe` gives back how to end it. */
  start(subscribe: (sink: UpstreamSink) => () => void): void {
    this.end = subscribe(this);
  }

  join(write: (sharedTail: string) => void): Listener {
    const listener = new Listener(write, (gone) => {
      this.leave(gone);
    });
    this.listeners.add(listener);
    if (this.lastState !== null) listener.send(this.lastState);
    return listener;
  }

  event(event: SubgraphAnswer): void {
    if (this.isOver) return;
    if (this.waiting >= MOST_WAITING) {
      this.refused([unavailable().toJSON()]);
      return;
    }
    this.waiting++;
    this.turn = this.turn.then(() => this.deliver(event)).finally(() => this.waiting--);
  }

  refused(errors: readonly GraphQLFormattedError[]): void {
    const formatted = errors.map((error) => withoutInternals(error));
    this.finish(formatted.map((error) => this.tools.present(error, error)));
  }

  completed(): void {
    void this.turn.then(() => {
      this.finish(null);
    });
  }

  private leave(listener: Listener): void {
    this.listeners.delete(listener);
    if (this.listeners.size === 0) this.finish(null);
  }

  private async deliver(event: SubgraphAnswer): Promise<void> {
    const answer = await this.answer(event);
    const tail = `,"type":"next","payload":${JSON.stringify(answer)}}`;
    if (this.subscribed.plan.isState) this.lastState = tail;
    let written = 0;
    for (const listener of [...this.listeners]) {
      listener.send(tail);
      if (++written % CHUNK === 0) await nextTurn();
    }
  }

  private async answer(event: SubgraphAnswer): Promise<FormattedExecutionResult> {
    try {
      return await this.tools.answerEvent(event, this.subscribed);
    } catch (error) {
      return { data: null, errors: presentAll([error], this.tools.present) };
    }
  }

  private finish(end: StreamEnd): void {
    if (this.isOver) return;
    this.isOver = true;
    this.onOver();
    this.end?.();
    for (const listener of this.listeners) listener.end(end);
    this.listeners.clear();
  }
}
