-- POST /saga calls that the router has begun (decision 0018). A call that is done, or that an upstream has refused,
-- is never due again: its next attempt is at the end of time.

create table router_call (
  call_key         varchar(255) not null primary key,
  own_key          boolean      not null,
  entity_id        varchar(255) not null,
  metadata         longtext     not null,
  rule_id          varchar(255) not null,
  main_saga_id     varchar(255),
  sub_saga_id      varchar(255),
  status           varchar(20)  not null,
  attempts         integer      not null,
  next_attempt_at  bigint       not null,
  last_error       varchar(1000),
  begun_at         bigint       not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create index router_call_due on router_call (next_attempt_at);
