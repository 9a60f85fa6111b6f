import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose report was merged into another one is told what happens there. */
export class TellFollowers1764040100000 implements MigrationInterface {
  name = 'TellFollowers1764040100000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      knownAudiences(`'REPORTER', 'OFFICE', 'FOLLOWER'`, 'REPORTER, OFFICE or FOLLOWER'),
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`delete from mail where audience = 'FOLLOWER'`);
    await queryRunner.query(`delete from notification where audience = 'FOLLOWER'`);
    await queryRunner.query(knownAudiences(`'REPORTER', 'OFFICE'`, 'REPORTER or OFFICE'));
  }
}

function knownAudiences(audiences: string, said: string): string {
  return /* sql */ `
    alter table notification drop constraint notification_audience_is_known,
      add constraint notification_audience_is_known check (audience in (${audiences}));
    alter table mail drop constraint mail_audience_is_known,
      add constraint mail_audience_is_known check (audience in (${audiences}));
    comment on column notification.audience is 'As whom the account was told: ${said}.';
    comment on column mail.audience is 'As whom the account is told: ${said}.'
  `;
}
