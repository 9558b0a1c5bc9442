-- A field of 255 characters holds 255 of any kind; H2 counts some of them, such as emoji, as two.
alter table process_sync.subflow_draft alter column name set data type varchar(510);
alter table process_sync.subflow_draft alter column updated_by set data type varchar(510);
