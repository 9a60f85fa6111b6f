import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { AgenciesContext } from '../context.js';
import { presentTreeOutcome } from '../requests/mutation.type.js';
import type { EndAgency } from './end-agency.command.js';
import type { MoveAgency } from './move-agency.command.js';
import type { RegisterAgency } from './register-agency.command.js';
import {
  DissolveAgencyInput,
  DissolveAgencyResult,
  MergeAgenciesInput,
  MergeAgenciesResult,
  MoveAgencyInput,
  MoveAgencyResult,
  RegisterAgencyInput,
  RegisterAgencyResult,
  UpdateAgencyInput,
  UpdateAgencyResult,
} from './reorganisation.type.js';
import type { UpdateAgency } from './update-agency.command.js';

/** One command for each change of the tree. */
export interface TreeCommands {
  readonly register: RegisterAgency;
  readonly update: UpdateAgency;
  readonly move: MoveAgency;
  readonly dissolve: EndAgency;
  readonly merge: EndAgency;
}

@Resolver()
export class ReorganisationResolver {
  constructor(private readonly commands: TreeCommands) {}

  @Mutation(() => RegisterAgencyResult, { description: 'Register an agency below one that you run.' })
  async registerAgency(
    @Arg('input', () => RegisterAgencyInput) input: RegisterAgencyInput,
    @Ctx() context: AgenciesContext,
  ): Promise<object> {
    const outcome = await this.commands.register.execute(input, context.viewer);
    return presentTreeOutcome('RegisterAgencySuccess', outcome, context);
  }

  @Mutation(() => UpdateAgencyResult, { description: 'Change what an agency is called.' })
  async updateAgency(
    @Arg('input', () => UpdateAgencyInput) input: UpdateAgencyInput,
    @Ctx() context: AgenciesContext,
  ): Promise<object> {
    const outcome = await this.commands.update.execute(input, context.viewer);
    return presentTreeOutcome('UpdateAgencySuccess', outcome, context);
  }

  @Mutation(() => MoveAgencyResult, { description: 'Hang an agency, with all below it, under another one.' })
  async moveAgency(
    @Arg('input', () => MoveAgencyInput) input: MoveAgencyInput,
    @Ctx() context: AgenciesContext,
  ): Promise<object> {
    const outcome = await this.commands.move.execute(input, context.viewer);
    return presentTreeOutcome('MoveAgencySuccess', outcome, context);
  }

  @Mutation(() => DissolveAgencyResult, {
    description: 'End an agency that has nothing below it; the posts in it end too.',
  })
  async dissolveAgency(
    @Arg('input', () => DissolveAgencyInput) input: DissolveAgencyInput,
    @Ctx() context: AgenciesContext,
  ): Promise<object> {
    const outcome = await this.commands.dissolve.execute(input, context.viewer);
    return presentTreeOutcome('DissolveAgencySuccess', outcome, context);
  }

  @Mutation(() => MergeAgenciesResult, {
    description: 'Make an agency part of another one, with its units and its officers.',
  })
  async mergeAgencies(
    @Arg('input', () => MergeAgenciesInput) input: MergeAgenciesInput,
    @Ctx() context: AgenciesContext,
  ): Promise<object> {
    const outcome = await this.commands.merge.execute(input, context.viewer);
    return presentTreeOutcome('MergeAgenciesSuccess', outcome, context);
  }
}
