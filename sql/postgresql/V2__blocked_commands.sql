-- A command whose flow could not make its message: the version that could not, and since when.
-- It is due in the far future; null where nothing is blocked, which is almost everywhere.

alter table pending_command add column blocked_by varchar(64) collate "C";
alter table pending_command add column blocked_at bigint;

-- Holds blocked commands alone, so that all others cost what they cost before.
create index pending_command_blocked on pending_command (saga_id, sequence_no) where blocked_by is not null;
