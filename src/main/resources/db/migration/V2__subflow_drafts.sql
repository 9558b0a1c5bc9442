-- Subflows that are being edited. Published ones are the engine's process definitions.
create table process_sync.subflow_draft (
  subflow_key varchar(64) not null primary key,
  name varchar(255) not null,
  kind varchar(10) not null,
  bpmn text not null,
  based_on varchar(255) not null,
  updated_by varchar(255) not null,
  updated_on timestamp not null
);
