import type { MigrationInterface, QueryRunner } from 'typeorm';
import { STOP_WORDS } from '../../search/stop-words.js';

/** Words by which reports are found: one set for the office, one of what is public; a trigger keeps both. */
export class SearchReportsByWords1763786900000 implements MigrationInterface {
  name = 'SearchReportsByWords1763786900000';

  async up(queryRunner: QueryRunner): Promise<void> {
    // To read all the words of a whole country takes longer than a statement may.
    await queryRunner.query('set local statement_timeout = 0');
    for (const step of [FUNCTIONS, WORDS, UPKEEP, FILL]) await queryRunner.query(step);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(/* sql */ `
      drop trigger report_words_are_kept on report;
      drop function keep_report_words();
      drop table report_words;
      drop function words_of(text), words_sought(text), without_stop_words(text)
    `);
  }
}

/*
 * Text and query lose the same words, so phrases still meet. A stop word goes with the minus before it, which would
 * exclude the next word; parts of a compound (`di-PHK`) stay. Word by word is ten times as fast as one pattern of all.
 */
const WORD_OR_GAP = String.raw`[\w-]+|[^\w-]+`;

/* Only before a word or a phrase does a minus mean "not"; a row of others is an error in websearch_to_tsquery. */
const LONE_MINUS = '-(?![[:alnum:]"])';

const FUNCTIONS = /* sql */ `
  create function without_stop_words(said text) returns text language sql immutable strict parallel safe
    return (
      select coalesce(string_agg(case when ltrim(part[1], '-') = any ('{${STOP_WORDS.join(',')}}') then ' '
                                      else part[1] end, '' order by place), '')
        from regexp_matches(lower(said), '${WORD_OR_GAP}', 'g') with ordinality as parts (part, place)
    );
  create function words_of(said text) returns tsvector language sql immutable strict parallel safe
    return to_tsvector('pg_catalog.indonesian'::regconfig, without_stop_words(said));
  create function words_sought(query text) returns tsquery language sql immutable strict parallel safe
    return websearch_to_tsquery('pg_catalog.indonesian'::regconfig,
                                regexp_replace(without_stop_words(query), '${LONE_MINUS}', ' ', 'g'));
`;

/*
 * Apart from the report: an act on a report changes its row, and would write every word of it into the indexes anew.
 * Few reports come in a second and many are looked for, so words go into the indexes at once.
 */
const WORDS = /* sql */ `
  create table report_words (
    report_id uuid not null,
    filed tsvector not null,
    published tsvector,
    constraint report_words_pk primary key (report_id),
    constraint report_words_report_fk foreign key (report_id) references report (id) on delete cascade
  );
  create index report_words_by_filed on report_words using gin (filed) with (fastupdate = off);
  create index report_words_by_published on report_words using gin (published) with (fastupdate = off);
  comment on table report_words is 'Stemmed words of each report, kept by a trigger; never shown.';
  comment on column report_words.filed is 'Of title, text and place as filed; only for who may read these.';
  comment on column report_words.published is
    'Of the public title and text alone; null while the report is not public, so that nothing hidden is in that index.';
`;

const WORDS_OF_REPORT = /* sql */ `
  words_of(concat_ws(E'\\n', report.title, report.body, report.place)),
  case when report.published_at is not null
       then words_of(concat_ws(E'\\n', report.public_title, report.public_body)) end
`;

const UPKEEP = /* sql */ `
  create function keep_report_words() returns trigger language plpgsql set search_path from current as $$
  declare
    report report := new;
  begin
    insert into report_words (report_id, filed, published) values (report.id, ${WORDS_OF_REPORT})
    on conflict (report_id) do update set filed = excluded.filed, published = excluded.published;
    return null;
  end $$;
  create trigger report_words_are_kept
    after insert or update of title, body, place, public_title, public_body, published_at on report
    for each row execute function keep_report_words();
`;

const FILL = /* sql */ `
  insert into report_words (report_id, filed, published) select report.id, ${WORDS_OF_REPORT} from report
`;
