-- Which instance this is, among all that exchange events: one row, made at the first start.
create table process_sync.this_instance (
  instance_id varchar(32) primary key
);
