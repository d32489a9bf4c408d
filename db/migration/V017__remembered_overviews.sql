-- How an edition stood when it was last counted in full, with a mark of its sessions by which it is known whether they are
-- still the same: the first look after a start needs no more. It can be thrown away and made again at any time.
create table remembered_overviews (
    edition    text primary key references edition (digest) on delete cascade,
    format     integer not null, -- of what is written; another one is not read
    counted    text not null, -- JSON
    written_at timestamptz not null
);

-- who takes everything back is not remembered either, not even in a sum
create function forget_overview() returns trigger language plpgsql as $$
begin
    delete from remembered_overviews where edition = old.edition;
    return null;
end $$;
create trigger overview_is_forgotten after delete on study_session for each row execute function forget_overview();
