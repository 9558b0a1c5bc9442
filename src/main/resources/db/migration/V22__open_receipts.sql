-- Messages that were sent and of which the other side has not said how they ended: what is asked for again. Most are
-- applied where they arrive, and never get here.
create table process_sync.open_receipt (
  entry varchar(32) primary key,
  remote_system varchar(32) not null,
  receipt varchar(10) not null,
  since_ms bigint not null,
  ask_at_ms bigint not null
);
create index ix_open_receipt_ask on process_sync.open_receipt (remote_system, ask_at_ms);
