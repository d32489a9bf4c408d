-- What a researcher sees of participants, and who of them does not count.

-- The name that a participant has in lists and exports: bound to the session by the secret of this installation, so that
-- neither token nor name at a panel can be found from it, and the same whenever it is asked for. It begins with a letter, so
-- that no program takes it for a number.
alter table study_session add column pseudonym text;

create function pseudonym_of(study bigint, session_token text) returns text language sql stable as $$
    select 'p' || left(encode(sha256(convert_to(secret || encode(sha256(convert_to(
        secret || ':pseudonym:' || study || ':' || session_token, 'UTF8')), 'hex'), 'UTF8')), 'hex'), 12)
    from taking_secret
$$;

alter table study_session disable trigger session_is_kept;
update study_session set pseudonym = pseudonym_of(study_id, token);
alter table study_session enable trigger session_is_kept;
alter table study_session alter column pseudonym set not null;
alter table study_session add constraint study_session_pseudonym unique (study_id, pseudonym);

create function name_session() returns trigger language plpgsql as $$
begin
    new.pseudonym := pseudonym_of(new.study_id, new.token);
    return new;
end $$;
create trigger session_is_named before insert on study_session for each row execute function name_session();

create function keep_pseudonym() returns trigger language plpgsql as $$
begin
    raise exception 'session % keeps its pseudonym', old.id using errcode = 'restrict_violation';
end $$;
create trigger pseudonym_is_kept before update on study_session for each row
    when (new.pseudonym is distinct from old.pseudonym) execute function keep_pseudonym();

-- Whose answers are left out of the analysis, or in again, by decision of a person: the newest row of a session counts,
-- whatever the rules of its design say. Nothing is deleted by it.
create table study_exclusion (
    id         bigint generated always as identity primary key,
    session_id bigint not null references study_session (id),
    excluded   boolean not null,
    reason     text not null check (char_length(btrim(reason)) between 1 and 1000),
    account_id bigint references account (id), -- null: by a program on this machine
    at         timestamptz not null
);
create index study_exclusion_newest on study_exclusion (session_id, id desc);

create trigger study_exclusion_is_kept before update or delete on study_exclusion
    for each row execute function keep_unless_withdrawn();
create trigger study_exclusion_is_never_emptied before truncate on study_exclusion
    for each statement execute function refuse_change();

create view session_excluded as
    select distinct on (session_id) session_id, excluded, reason, account_id, at
    from study_exclusion order by session_id, id desc;
