-- The dictionary and the queue make them anew, beginning with what tells records apart: PostgreSQL could take the old
-- ones to read everything of a remote system, or everything that is ready.
drop index if exists process_sync.ux_ih_sync_correlation_61900289;
drop index if exists process_sync.ux_ih_sync_correlation_42cdb330;
drop index if exists process_sync.ux_ih_sync_inbound_queue_6a64a037;
drop index if exists process_sync.ix_ih_sync_outbound_queue_age;
drop index if exists process_sync.ix_ih_sync_inbound_queue_age;
