-- Which log an offset counts in: a topic that is deleted and made anew has another id. Null until a reader has noted it.
alter table consumer_position add column topic_id varchar(40);
-- The epoch of the leader that wrote the message before the offset: it tells a log that was truncated and has grown again.
alter table consumer_position add column leader_epoch integer;
