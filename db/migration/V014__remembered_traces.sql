-- What was read of sessions that have come to rest, packed, so that a look at a study after a start reads little. It says
-- nothing that the rows of the session do not say, and can be thrown away and made again from them at any time.
create table remembered_traces (
    edition    text not null references edition (digest) on delete cascade,
    part       bigint not null, -- the sessions whose ids, divided by 128, give this
    format     integer not null, -- of the packing; another one is not read
    traces     bytea not null,
    written_at timestamptz not null,
    primary key (edition, part)
);
-- numbers of a few bits each: to compress them again costs more than it saves
alter table remembered_traces alter column traces set storage external;

-- who takes everything back is not remembered either
create function forget_traces() returns trigger language plpgsql as $$
begin
    delete from remembered_traces where edition = old.edition and part = old.id / 128;
    return null;
end $$;
create trigger traces_are_forgotten after delete on study_session for each row execute function forget_traces();
