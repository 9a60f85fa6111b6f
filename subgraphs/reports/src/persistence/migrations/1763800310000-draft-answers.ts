import type { MigrationInterface, QueryRunner } from 'typeorm';
import { DRAFT_STATES } from '../../answers/answer-draft.js';
import { OUTCOMES } from '../../report/report-state.js';

const listed = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(', ');

/** Drafts of answers and what became of them; one is tied to the link of the chain by which its agency holds the report. */
export class DraftAnswers1763800310000 implements MigrationInterface {
  name = 'DraftAnswers1763800310000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const step of [DRAFT, STEP]) await queryRunner.query(step);
    await queryRunner.query('revoke delete on answer_draft from reports_app');
    await queryRunner.query('revoke update, delete on answer_draft_step from reports_app');
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('drop table answer_draft_step, answer_draft');
  }
}

const DRAFT = /* sql */ `
  create table answer_draft (
    id uuid not null,
    report_id uuid not null,
    disposition_seq integer not null,
    agency_id uuid not null,
    version integer not null,
    state text not null,
    kind text not null,
    body text not null,
    outcome text,
    promised_date date,
    memo_ref text,
    author_role text not null,
    author_officer_id uuid not null,
    writers uuid[] not null,
    created_at timestamptz not null,
    changed_at timestamptz not null,
    constraint answer_draft_pk primary key (id),
    constraint answer_draft_is_of_the_holder
      foreign key (report_id, disposition_seq, agency_id) references disposition (report_id, seq, to_agency_id),
    constraint answer_draft_state_is_known check (state in (${listed(DRAFT_STATES)})),
    constraint answer_draft_kind_is_known check (kind in ('INTERIM', 'FINAL')),
    constraint answer_draft_outcome_is_known check (outcome in (${listed(OUTCOMES)})),
    constraint answer_draft_final_has_an_outcome check ((kind = 'FINAL') = (outcome is not null)),
    constraint answer_draft_has_text check (body <> ''),
    constraint answer_draft_author_is_a_writer check (author_officer_id = any (writers))
  );
  create unique index answer_draft_is_open_once on answer_draft (report_id)
    where state in ('AWAITING_APPROVAL', 'REJECTED');
  create index answer_draft_awaiting_approval on answer_draft (agency_id) where state = 'AWAITING_APPROVAL';
  comment on table answer_draft is
    'Answers before they are given. At most one of a report is open, and only while its agency holds the report.';
  comment on column answer_draft.writers is 'Officers whose words are in it; none of them may approve it.';
`;

const STEP = /* sql */ `
  create table answer_draft_step (
    draft_id uuid not null,
    version integer not null,
    act text not null,
    body text,
    reason text,
    by_role text not null,
    by_agency_id uuid,
    by_officer_id uuid,
    at timestamptz not null,
    constraint answer_draft_step_pk primary key (draft_id, version),
    constraint answer_draft_step_draft_fk foreign key (draft_id) references answer_draft (id)
  );
  comment on table answer_draft_step is 'Who wrote, rejected, approved or discarded a draft, and the text of each version.';
`;
