-- Whoever purges the queues holds this row, so that one node at a time does, in the whole cluster.
create table process_sync.purge_turn (
  id integer primary key
);
insert into process_sync.purge_turn (id) values (1);
