-- What a node hands out for some minutes and any node of the instance may be shown: only its digest is kept.
create table process_sync.ticket (
  digest varchar(64) not null,
  purpose varchar(20) not null,
  subject varchar(32) not null,
  expires_ms bigint not null
);
create index ticket_digest on process_sync.ticket (digest);
