-- A database that can still be asked may have lost the ability to keep anything.
create table process_sync.health_check (
  id integer primary key,
  written_ms bigint not null
);
insert into process_sync.health_check (id, written_ms) values (1, 0);
