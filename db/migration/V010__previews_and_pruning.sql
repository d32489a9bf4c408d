-- A preview is a study of its own, which its researcher walks as a participant would and nobody else knows of. So its sessions
-- are in no count, no draw, no result and no export of the study that it shows; and unlike that one it can be forgotten.
alter table study add column preview_of bigint references study (id);
create index study_preview on study (preview_of) where preview_of is not null;

-- what is asked for again is kept, the rest is swept after a while
alter table study_rendition add column used_at timestamptz not null default now();
alter table prepared_stimulus add column used_at timestamptz not null default now();

create function is_preview(which bigint) returns boolean stable language sql
    return exists (select 1 from study where id = which and preview_of is not null);

create function keep_published() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and tg_table_name = 'edition' and is_preview(old.study_id) then
        return old;
    end if;
    raise exception 'a row of % never changes once it is written', tg_table_name using errcode = 'restrict_violation';
end $$;

create function keep_published_stimulus() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and is_preview((select study_id from edition where digest = old.edition)) then
        return old;
    end if;
    raise exception 'a row of % never changes once it is written', tg_table_name using errcode = 'restrict_violation';
end $$;

drop trigger edition_is_never_deleted on edition;
create trigger edition_is_never_deleted before delete on edition for each row execute function keep_published();
drop trigger stimulus_never_changes on stimulus;
create trigger stimulus_never_changes before update or delete on stimulus
    for each row execute function keep_published_stimulus();

-- a study never becomes a preview, nor a preview a study
create function keep_what_a_study_is() returns trigger language plpgsql as $$
begin
    if new.preview_of is distinct from old.preview_of then
        raise exception 'study % stays what it is', old.slug using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger a_study_stays_what_it_is before update of preview_of on study
    for each row execute function keep_what_a_study_is();

-- Forgets a preview with its sessions, which are withdrawn one by one; refuses to forget anything else.
create function forget_preview(which bigint) returns void language plpgsql as $$
declare
    walked bigint;
    kept text;
begin
    if not is_preview(which) then
        raise exception 'study % is no preview', which using errcode = 'restrict_violation';
    end if;
    for walked in select id from study_session where study_id = which loop
        perform set_config('antiphon.withdraws', walked::text, true);
        foreach kept in array array
            ['study_exclusion', 'check_outcome', 'rating', 'answer', 'session_slot', 'session_trial', 'session_task']
        loop
            execute format('delete from %I where session_id = $1', kept) using walked;
        end loop;
        delete from study_session where id = walked;
    end loop;
    perform set_config('antiphon.withdraws', '', true);
    delete from withdrawal where study_id = which;
    delete from stimulus where edition in (select digest from edition where study_id = which);
    delete from edition where study_id = which;
    delete from study where id = which;
end $$;
