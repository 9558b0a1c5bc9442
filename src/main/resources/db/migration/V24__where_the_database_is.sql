-- Where this database was when its instance last began here: what is a copy of it is somewhere else. Empty until the next start.
alter table process_sync.this_instance add column place varchar(200) not null default '';
alter table process_sync.this_instance add column place_in_words varchar(1000) not null default '';
