-- Names of topics are ASCII (Kafka refuses others). Four bytes for each of their characters would make these keys longer
-- than the 3072 bytes that InnoDB takes.

-- How far each partition of a log has been consumed. It moves in the transaction that stores what the messages did.
create table consumer_position (
  flow            varchar(100) not null,
  channel         varchar(255) not null,
  consumer_group  varchar(255) not null,
  topic           varchar(255) character set ascii collate ascii_nopad_bin not null,
  partition_no    integer      not null,
  next_offset     bigint       not null,
  primary key (flow, channel, consumer_group, topic, partition_no)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;

-- Messages that led to nothing, until they are passed on.
create table dead_letter (
  flow            varchar(100)  not null,
  channel         varchar(255)  not null,
  consumer_group  varchar(255)  not null,
  topic           varchar(255) character set ascii collate ascii_nopad_bin not null,
  partition_no    integer       not null,
  message_offset  bigint        not null,
  message_key     longblob,
  message_value   longblob,
  headers         longtext      not null,
  reason          varchar(20)   not null,
  detail          varchar(1000) not null,
  created_at      bigint        not null,
  primary key (flow, channel, consumer_group, topic, partition_no, message_offset)
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
