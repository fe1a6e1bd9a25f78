-- Texts compare by character, with case, accents and trailing spaces (utf8mb4_nopad_bin), as on every other database.
-- Times are milliseconds since 1970-01-01 UTC. Business ids are JSON text, so that 1 and "1" differ.
-- Rows of one saga are always written in one transaction, so there are no foreign keys to pay for.

create table flow_definition (
  flow       varchar(100) not null,
  version    varchar(64)  not null,
  document   longtext     not null,
  loaded_at  bigint       not null,
  primary key (flow, version)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

-- No column that changes has an index, so an event never touches an index of this table.
create table saga (
  id              varchar(128) not null primary key,
  version         bigint       not null,
  flow            varchar(100) not null,
  flow_version    varchar(64)  not null,
  entity_id       varchar(255) not null,
  state           varchar(255) not null,
  final_state     boolean      not null,
  business_state  varchar(300) not null,
  latest_event    varchar(255) not null,
  metadata        longtext     not null,
  last_sequence   bigint       not null,
  created_at      bigint       not null,
  updated_at      bigint       not null
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create index saga_entity on saga (entity_id);

create table saga_history (
  saga_id         varchar(128) not null,
  sequence_no     bigint       not null,
  event_label     varchar(255) not null,
  business_event  varchar(300),
  state           varchar(255) not null,
  business_state  varchar(300) not null,
  happened_at     bigint       not null,
  primary key (saga_id, sequence_no)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

-- What an event with an id was answered; it lives as long as its saga.
create table event_receipt (
  saga_id      varchar(128) not null,
  event_id     varchar(255) not null,
  outcome      varchar(20)  not null,
  state        varchar(255) not null,
  refusal      longtext,
  received_at  bigint       not null,
  primary key (saga_id, event_id)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table start_request (
  flow             varchar(100) not null,
  idempotency_key  varchar(255) not null,
  saga_id          varchar(128) not null,
  primary key (flow, idempotency_key)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create table pending_command (
  saga_id          varchar(128) not null,
  sequence_no      bigint       not null,
  flow             varchar(100) not null,
  state            varchar(255) not null,
  channel          varchar(255) not null,
  label            varchar(255) not null,
  payload          longtext     not null,
  attempts         integer      not null,
  next_attempt_at  bigint       not null,
  last_error       varchar(1000),
  created_at       bigint       not null,
  primary key (saga_id, sequence_no)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

create index pending_command_due on pending_command (next_attempt_at);
