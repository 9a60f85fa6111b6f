import { stableId } from '@satu-pintu/domain-kit';
import { actBetween, storedLife } from './stored-life.js';
import { act as ask } from '../support/acts.js';
import { national } from '../support/people.js';
import type { ReportsService } from '../support/reports-service.js';
import { agencyId, agencyAt } from '../support/small-tree.js';
import type { Sweeper } from '../support/sweeper.js';
import { appendAnswerPolicy } from '../../src/answers/answer-policy.store.js';
import { actorOf } from '../../src/report/act.js';
import { REPORT_ACTIONS, type ReportAction } from '../../src/report/viewer-actions.rules.js';
import { type Actor, ACTORS } from './actors.js';
import type { Coverage } from './coverage.js';
import { Dice } from './dice.js';
import { anyLife, anyOffer, aSubmission, type Happening, isForgiven, laterThan } from './happenings.js';
import { checkStep } from './invariants.js';
import type { Life } from './life.js';
import type { Scene } from './moves.js';
import { must } from './must.js';
import { MUTATIONS } from './mutations.js';
import { WITH_APPROVAL, World } from './world.js';

/** A history in the running service: what happens goes through its graph, and is read again from its tables. */
export class LivedService {
  private readonly world: World;

  constructor(
    private readonly service: ReportsService,
    private readonly sweeper: Sweeper,
    private readonly coverage: Coverage,
    start: Date,
  ) {
    this.world = new World(start);
  }

  async live(history: readonly Happening[]): Promise<void> {
    for (const { what, dice } of history) {
      this.moveTo(new Date(this.world.now.getTime() + 1_000));
      await this.happen(what, new Dice(dice));
    }
  }

  private async happen(what: Happening['what'], dice: Dice): Promise<void> {
    if (what === 'SUBMIT') await this.submit(dice);
    else if (what === 'ACT') await this.act(dice);
    else if (what === 'TRY') await this.attempt(dice);
    else if (what === 'WAIT') this.moveTo(laterThan(this.world, dice));
    else if (what === 'SWEEP') await this.sweep();
    else if (what === 'REORGANISE') await this.reorganise(dice);
    else throw new Error('What a running service is told of its calendar stays for good.');
  }

  private async submit(dice: Dice): Promise<void> {
    const { reporter, submission, agencyId } = aSubmission(this.world, dice);
    const { channel: _others, ...input } = submission;
    const taken = await ask(this.service.ask, 'submitReport', { ...input, agencyId }, named(reporter).viewer);
    if (taken.report) this.world.keep(await this.read(taken.report.id, reporter));
    else must(['AgencyNotFound', 'CalendarNotLoaded'].includes(taken.__typename), 'every report is taken in');
  }

  /** 22: what is offered is accepted, in one of the ways in which it can be done. */
  private async act(dice: Dice): Promise<void> {
    const life = anyLife(this.world, dice);
    const offer = life && anyOffer(this.world, life, dice, this.coverage);
    if (!life || !offer) return;
    const { actor, action } = offer;
    await this.mustOffer(life, actor);
    const refusals = await this.try({ world: this.world, life, dice, ...offer }, action);
    const isKept = isForgiven(action, refusals, this.world);
    must(isKept, `${actor.name} may ${action} as offered, and is not told ${refusals.join(', ')}`);
  }

  private async attempt(dice: Dice): Promise<void> {
    const life = anyLife(this.world, dice);
    if (!life) return;
    const actor = dice.oneOf(ACTORS);
    const offered = await this.mustOffer(life, actor);
    const action = dice.oneOf(REPORT_ACTIONS.filter((each) => !offered.includes(each)));
    const standing = this.world.standingOf(life, actor);
    await this.try({ world: this.world, life, actor, standing, dice }, action);
    const after = await this.read(life.report.id, life.reporter);
    must(
      after.report.version === life.report.version,
      `${actor.name} may not ${action}, which is not offered`,
    );
  }

  /** Sends a mutation with one input after the other until one is accepted, and checks what became of the report. */
  private async try(scene: Scene, action: ReportAction): Promise<readonly string[]> {
    const { name, inputs } = MUTATIONS[action];
    const { life, actor } = scene;
    const refusals: string[] = [];
    for (const input of inputs(scene)) {
      const request = { reportId: life.report.id, ...input };
      const { __typename: answer } = await ask(this.service.ask, name, request, actor.viewer);
      if (answer.endsWith('Success')) {
        await this.follow(life);
        return [];
      }
      refusals.push(answer);
    }
    return refusals;
  }

  /** Reads a report again, and holds the step against everything that must hold. */
  private async follow(before: Life): Promise<void> {
    const after = await this.read(before.report.id, before.reporter);
    this.world.keep(after);
    for (const { report, reporter } of this.world.lives)
      if (report.mergedIntoId === before.report.id) this.world.keep(await this.read(report.id, reporter));
    // What is written beside a report leaves it as it is; what the sweep does may be more than one act.
    if (after.report.version !== before.report.version + 1) return;
    const accepted = actBetween(before, after);
    this.coverage.count(accepted.act, before.report.state);
    checkStep({ world: this.world, before, after, accepted });
  }

  private async sweep(): Promise<void> {
    const { failed } = await this.sweeper.sweep();
    must(failed === 0, 'a sweep does what is due');
    for (const life of [...this.world.lives]) await this.follow(life);
  }

  /** What the graph offers, which is what the model does. */
  private async mustOffer({ report, ...life }: Life, actor: Actor): Promise<readonly string[]> {
    const { data } = await this.service.ask(
      'query ($id: ID!) { report(trackingId: $id) { viewerActions } }',
      { id: report.trackingId },
      actor.viewer,
    );
    const seen = data?.report as { readonly viewerActions: readonly string[] } | null;
    const whole = { report, ...life };
    const standing = this.world.standingOf(whole, actor);
    const expected = this.world.actionsOn(whole, actor, standing, this.world.timeOf(whole));
    const offered = seen?.viewerActions ?? [];
    must(
      offered.join() === expected.join(),
      `${actor.name} is offered ${expected.join()} on a report in ${report.state}, not ${offered.join()}`,
    );
    return offered;
  }

  private async reorganise(dice: Dice): Promise<void> {
    this.world.country = this.world.country.toggled(dice.below(1_000));
    for (const { id, isActive } of this.world.country.all)
      await this.service.database.query('update agency set is_active = $2 where id = $1', [id, isActive]);
  }

  private read(id: string, reporter: string): Promise<Life> {
    return storedLife(this.service.database, id, reporter);
  }

  private moveTo(now: Date): void {
    this.world.now = now;
    this.service.clock.set(now.toISOString());
  }
}

function named(name: string): Actor {
  const actor = ACTORS.find((each) => each.name === name);
  if (!actor) throw new Error(`Nobody is called ${name}.`);
  return actor;
}

/** Lets coordinators sign in where the model has them, and answers be approved where it has them approved. */
export async function plantOffice({ database, clock }: ReportsService): Promise<void> {
  for (const code of ['32', 'KEMENKES']) {
    await database.query(
      `insert into officer_post (id, agency_id, role, can_sign_in, version)
       values ($1, $2, 'COORDINATOR_ADMIN', true, 1)`,
      [stableId('officer', `koordinator ${code}`), agencyId(code)],
    );
  }
  const [post] = national.appointments;
  if (post) await appendAnswerPolicy(database.manager, WITH_APPROVAL, true, actorOf(post), clock.now());
}

/** Takes the reports of a history away, and reorganises the country back. */
export async function forgetReports({ database }: ReportsService): Promise<void> {
  await database.query('truncate report cascade');
  await database.query('update agency set is_active = id <> $1', [agencyAt('LAMA').id]);
}
