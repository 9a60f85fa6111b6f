import { Column, Entity, ForeignKey, PrimaryColumn } from 'typeorm';
import { ImportEntity } from './import.entity.js';

/** A file on its way into the tables. */
@Entity('import_file', { comment: 'Files that wait for their import; gone with its end.' })
export class ImportFileEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'import_file_pk', comment: 'The import.' })
  @ForeignKey(() => ImportEntity, { name: 'import_file_is_of_an_import', onDelete: 'CASCADE' })
  import_id!: string;

  @Column('bytea', { comment: 'As it was sent.' })
  content!: Buffer;
}
