-- Entries are worked through lane by lane; whoever holds a lane's row has its turn, in the whole cluster.
create table process_sync.queue_lane (
  queue varchar(10) not null,
  lane integer not null,
  primary key (queue, lane)
);
insert into process_sync.queue_lane (queue, lane) values
  ('outbound', 0), ('outbound', 1), ('outbound', 2), ('outbound', 3), ('outbound', 4), ('outbound', 5), ('outbound', 6), ('outbound', 7),
  ('outbound', 8), ('outbound', 9), ('outbound', 10), ('outbound', 11), ('outbound', 12), ('outbound', 13), ('outbound', 14), ('outbound', 15),
  ('outbound', 16), ('outbound', 17), ('outbound', 18), ('outbound', 19), ('outbound', 20), ('outbound', 21), ('outbound', 22), ('outbound', 23),
  ('outbound', 24), ('outbound', 25), ('outbound', 26), ('outbound', 27), ('outbound', 28), ('outbound', 29), ('outbound', 30), ('outbound', 31),
  ('outbound', 32), ('outbound', 33), ('outbound', 34), ('outbound', 35), ('outbound', 36), ('outbound', 37), ('outbound', 38), ('outbound', 39),
  ('outbound', 40), ('outbound', 41), ('outbound', 42), ('outbound', 43), ('outbound', 44), ('outbound', 45), ('outbound', 46), ('outbound', 47),
  ('outbound', 48), ('outbound', 49), ('outbound', 50), ('outbound', 51), ('outbound', 52), ('outbound', 53), ('outbound', 54), ('outbound', 55),
  ('outbound', 56), ('outbound', 57), ('outbound', 58), ('outbound', 59), ('outbound', 60), ('outbound', 61), ('outbound', 62), ('outbound', 63),
  ('inbound', 0), ('inbound', 1), ('inbound', 2), ('inbound', 3), ('inbound', 4), ('inbound', 5), ('inbound', 6), ('inbound', 7),
  ('inbound', 8), ('inbound', 9), ('inbound', 10), ('inbound', 11), ('inbound', 12), ('inbound', 13), ('inbound', 14), ('inbound', 15),
  ('inbound', 16), ('inbound', 17), ('inbound', 18), ('inbound', 19), ('inbound', 20), ('inbound', 21), ('inbound', 22), ('inbound', 23),
  ('inbound', 24), ('inbound', 25), ('inbound', 26), ('inbound', 27), ('inbound', 28), ('inbound', 29), ('inbound', 30), ('inbound', 31),
  ('inbound', 32), ('inbound', 33), ('inbound', 34), ('inbound', 35), ('inbound', 36), ('inbound', 37), ('inbound', 38), ('inbound', 39),
  ('inbound', 40), ('inbound', 41), ('inbound', 42), ('inbound', 43), ('inbound', 44), ('inbound', 45), ('inbound', 46), ('inbound', 47),
  ('inbound', 48), ('inbound', 49), ('inbound', 50), ('inbound', 51), ('inbound', 52), ('inbound', 53), ('inbound', 54), ('inbound', 55),
  ('inbound', 56), ('inbound', 57), ('inbound', 58), ('inbound', 59), ('inbound', 60), ('inbound', 61), ('inbound', 62), ('inbound', 63);

-- One transmitter at a time speaks to a remote system, in the whole cluster.
create table process_sync.transmit_turn (
  remote_system varchar(32) primary key
);

-- The order in which entries were captured or received.
create sequence process_sync.queue_sequence start with 1;
