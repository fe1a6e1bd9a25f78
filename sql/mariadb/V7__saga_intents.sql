-- Of a saga that a service stores: who works on it now, and the document that the service is to get
-- for a step that is stored here. There is a row only while somebody works on the saga, or a step is open.

create table saga_intent (
  saga_id       varchar(128) not null primary key,
  flow          varchar(100) not null,
  holder        varchar(64)  not null,
  leased_until  bigint       not null,
  document      longtext
) engine = InnoDB character set utf8mb4 collate utf8mb4_nopad_bin;
