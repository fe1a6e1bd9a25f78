-- Messages of Kafka that the router could not handle, or that wait behind such a one of their saga.
create table router_parked (
  id              varchar(36)   not null primary key,
  call_key        varchar(255)  not null,
  inlet           varchar(20)   not null,
  saga_id         varchar(255)  not null,
  topic           varchar(255)  not null,
  partition_no    integer       not null,
  message_offset  bigint        not null,
  message_value   longtext      not null,
  reason          varchar(1000) not null,
  parked_at       bigint        not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create unique index router_parked_once on router_parked (call_key);
create index router_parked_saga on router_parked (inlet, saga_id, message_offset);
