-- Tables of records come from the dictionary; here is what records can't express.

-- Held while a node adds tables and columns for its dictionary, so that nodes that start together take turns.
create table process_sync.schema_lock (
  id integer primary key
);
insert into process_sync.schema_lock (id) values (1);
