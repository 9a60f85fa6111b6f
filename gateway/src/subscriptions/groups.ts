import type { Closable, SubgraphName } from '@satu-pintu/service-kit';
import { scopeOf } from '../identity/viewer.rules.js';
import type { Subscribed } from './answer-event.js';
import { Group, type GroupTools } from './group.js';
import type { Listener } from './listener.js';
import type { Upstream, UpstreamOperation } from './upstream.js';

/**
 * All live subscriptions. Listeners share a group when they ask the same with the same rights: visitors among
 * themselves, a signed-in account with its own other windows, never one account with another.
 */
export class Groups implements Closable {
  private readonly groups = new Map<string, Group>();

  constructor(
    private readonly upstreams: Readonly<Record<SubgraphName, Upstream>>,
    private readonly tools: GroupTools,
  ) {}

  /** Adds a listener; `write` gets what follows the id in each frame. */
  join(subscribed: Subscribed, text: string, write: (sharedTail: string) => void): Listener {
    const { plan, variables, asker } = subscribed;
    const key = JSON.stringify([scopeOf(asker), text, plan.operationName ?? null, variables]);
    const known = this.groups.get(key);
    if (known) return known.join(write);

    const group = new Group(subscribed, this.tools, () => this.groups.delete(key));
    this.groups.set(key, group);
    const listener = group.join(write);
    group.start((sink) => this.upstreamOf(subscribed).subscribe(primaryOf(subscribed), asker, sink));
    return listener;
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.upstreams).map((upstream) => upstream.close()));
  }

  private upstreamOf({ plan }: Subscribed): Upstream {
    const found = Object.entries(this.upstreams).find(([name]) => name === plan.primary.serviceName);
    if (!found) throw new Error(`No subgraph is named ${plan.primary.serviceName}.`);
    return found[1];
  }
}

/** The owning subgraph's part, with the variables that it uses and no others. */
function primaryOf({ plan: { primary }, variables }: Subscribed): UpstreamOperation {
  const used = new Set(primary.variableUsages ?? []);
  const own = Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(name)));
  return { query: primary.operation, operationName: primary.operationName, variables: own };
}
