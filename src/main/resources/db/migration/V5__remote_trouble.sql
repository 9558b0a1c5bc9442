-- Remote systems that can't be sent to now: how often tried in a row, since when, and when again.
create table process_sync.remote_trouble (
  remote_system varchar(32) primary key,
  failures integer not null,
  since_ms bigint not null,
  not_before_ms bigint not null
);
