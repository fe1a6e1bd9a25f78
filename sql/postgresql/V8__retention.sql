-- Retention deletes the start keys of a saga. Rows are only inserted and deleted, so no event changes an entry of the index.
create index start_request_saga on start_request (saga_id);

-- Which node deletes finished sagas. There is always one row.
create table retention_lease (
  holder      varchar(64) collate "C" not null,
  expires_at  bigint not null
);

insert into retention_lease (holder, expires_at) values ('', 0);

-- How far each walk along the ids has come. The column holds an id, or is empty before the first and after the last one.
create table retention_mark (
  walk     varchar(200) collate "C" not null primary key,
  last_id  varchar(128) collate "C" not null
);

-- Sagas that a mark has passed and that were not over: those that ran for long, or had commands.
-- counts_from is the earliest time that the rest of their retention counts from.
create table retention_left_behind (
  saga_id      varchar(128) collate "C" not null primary key,
  flow         varchar(100) collate "C" not null,
  counts_from  bigint not null
);

create index retention_left_behind_due on retention_left_behind (flow, counts_from);
