-- How far each partition of a log has been consumed. It moves in the transaction that stores what the messages did.
create table consumer_position (
  flow            varchar(100) not null,
  channel         varchar(255) not null,
  consumer_group  varchar(255) not null,
  topic           varchar(255) not null,
  partition_no    integer      not null,
  next_offset     bigint       not null,
  primary key (flow, channel, consumer_group, topic, partition_no)
);

-- Messages that led to nothing, until they are passed on.
create table dead_letter (
  flow            varchar(100) not null,
  channel         varchar(255) not null,
  consumer_group  varchar(255) not null,
  topic           varchar(255) not null,
  partition_no    integer      not null,
  message_offset  bigint       not null,
  message_key     blob,
  message_value   blob,
  headers         clob         not null,
  reason          varchar(20)  not null,
  detail          varchar(1000) not null,
  created_at      bigint       not null,
  primary key (flow, channel, consumer_group, topic, partition_no, message_offset)
);
