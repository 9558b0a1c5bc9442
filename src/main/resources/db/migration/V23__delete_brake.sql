-- Deletes of remote systems that were let pass within the last minute.
create table process_sync.remote_delete (
  remote_system varchar(32) not null,
  at_ms bigint not null
);
create index remote_delete_window on process_sync.remote_delete (remote_system, at_ms);
-- Held while they are counted, so that two who count at the same time, on whatever node, take turns.
create table process_sync.delete_turn (
  slot integer primary key
);
insert into process_sync.delete_turn (slot) values
  (0), (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15);
