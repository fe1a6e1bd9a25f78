-- Which log an offset counts in: a topic that is deleted and made anew has another id. Null until a reader has noted it.
alter table consumer_position add column topic_id varchar(40);
-- The epoch of the leader that wrote the message before the offset: it tells a log that was truncated and has grown again.
alter table consumer_position add column leader_epoch integer;
-- A topic that was made anew has the same offsets again, while letters of the old one are still kept.
alter table dead_letter drop primary key,
  add primary key (flow, channel, consumer_group, topic, partition_no, message_offset, created_at);
