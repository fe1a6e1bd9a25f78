-- A command whose flow could not make its message: the version that could not, and since when.
-- It is due in the far future; null where nothing is blocked, which is almost everywhere.
-- There is no index: MariaDB's would hold every command, and each one would pay for it twice.

alter table pending_command add column blocked_by varchar(64);
alter table pending_command add column blocked_at bigint;
