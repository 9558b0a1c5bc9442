-- A turn is held for a while and prolonged, not for as long as a transaction lasts: requests take long, and others need the connection.
alter table process_sync.transmit_turn add column holder varchar(32) not null default '';
alter table process_sync.transmit_turn add column held_until_ms bigint not null default 0;
