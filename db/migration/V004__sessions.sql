-- Who takes part, what they are shown, and what they answer. Answers are only ever added; the one way out is withdrawal.

create table taking_secret (
    only_row boolean primary key default true check (only_row),
    -- from it come the secrets of sessions and the handles of their clips; whoever has it can read neither answers nor names
    secret   text not null default gen_random_uuid()::text || gen_random_uuid()::text
);
insert into taking_secret default values;

create table study_session (
    id              bigint generated always as identity primary key,
    token           text not null unique check (token ~ '^[a-z2-7]{20}$'),
    withdrawal_code text not null unique check (withdrawal_code ~ '^[a-z2-7]{16}$'),
    begin_key       uuid not null, -- made by the participant's page, so that a repeated request begins nothing twice
    study_id        bigint not null references study (id),
    edition         text not null references edition (digest),
    language        text not null,
    way             text not null check (way in ('open-link', 'invitations', 'prolific')),
    invitation_id   bigint unique references invitation (id),
    participant     text check (participant ~ '^[0-9a-f]{64}$'), -- keyed hash of the Prolific id
    seed            bigint not null,
    status          text not null default 'going'
                    check (status in ('going', 'completed', 'declined', 'screened-out', 'over-quota')),
    ended_by        text, -- the exclusion rule, or questionnaire and question of the quota
    number          bigint check (number > 0), -- of the draw within the edition
    device          jsonb,
    begun_at        timestamptz not null,
    seen_at         timestamptz not null,
    drawn_at        timestamptz,
    ended_at        timestamptz,
    unique (id, edition),
    unique (study_id, begin_key),
    unique (study_id, participant),
    unique (edition, number),
    constraint an_invitation_is_used_by_the_invited check ((way = 'invitations') = (invitation_id is not null)),
    constraint prolific_tells_who_comes check ((way = 'prolific') = (participant is not null)),
    constraint what_ended_has_a_time check ((status = 'going') = (ended_at is null)),
    constraint what_is_drawn_has_a_number check ((number is null) = (drawn_at is null))
);
create index study_session_count on study_session (edition, status);

-- what was drawn for a session, and from what: with it the draw can be made again
create table session_task (
    session_id  bigint not null references study_session (id),
    task        text not null,
    rule        text not null,
    seed        bigint not null,
    design_rows integer not null check (design_rows > 0),
    design_row  integer not null check (design_row >= 0 and design_row < design_rows),
    seen        jsonb not null, -- the counts that the choice was made from
    pages       text[] not null, -- those that count for the balance
    primary key (session_id, task)
);

create table session_trial (
    session_id bigint not null,
    step       text not null,
    task       text not null,
    purpose    text not null check (purpose in ('main', 'training', 'repeated', 'planted')),
    attempt    integer not null check (attempt >= 0), -- of the training; 0 outside
    number     integer not null check (number > 0),
    item       text not null,
    check_id   text,
    repeats    integer,
    primary key (session_id, step),
    unique (session_id, step, item),
    unique (session_id, task, attempt, number),
    foreign key (session_id, task) references session_task (session_id, task),
    constraint only_training_has_attempts check ((purpose = 'training') = (attempt > 0)),
    constraint only_checks_have_a_name check ((purpose in ('repeated', 'planted')) = (check_id is not null)),
    constraint a_repeat_repeats_something check ((purpose = 'repeated') = (repeats is not null))
);

-- the key to the blindness: which condition stood where
create table session_slot (
    session_id bigint not null,
    step       text not null,
    slot       text not null,
    place      integer not null check (place > 0),
    role       text not null check (role in ('judged', 'compared', 'reference', 'unknown')),
    edition    text not null,
    item       text not null,
    condition  text not null,
    primary key (session_id, step, slot),
    unique (session_id, step, place),
    foreign key (session_id, edition) references study_session (id, edition),
    foreign key (session_id, step, item) references session_trial (session_id, step, item),
    foreign key (edition, item, condition) references stimulus (edition, item, condition)
);
create index session_slot_stimulus on session_slot (edition, item, condition);

create table answer (
    id         bigint generated always as identity primary key,
    session_id bigint not null,
    edition    text not null,
    place      integer not null check (place > 0), -- 1 for the first answer of the session
    step       text not null,
    key        uuid not null,
    given      jsonb not null,
    plays      jsonb not null default '[]' check (jsonb_typeof(plays) = 'array'),
    took_ms    bigint check (took_ms >= 0),    -- as far as the server can confirm it
    claimed_ms bigint check (claimed_ms >= 0), -- as the page measured it
    device     jsonb,
    saved_at   timestamptz not null,
    unique (session_id, place),
    unique (session_id, step),
    unique (session_id, key),
    unique (id, session_id, step),
    foreign key (session_id, edition) references study_session (id, edition)
);

-- the answers to the pages of tasks, one row for each value
create table rating (
    answer_id  bigint not null,
    session_id bigint not null,
    step       text not null,
    key        text not null,
    slot       text, -- the clip it is about, or that was chosen; null: a tie
    number     double precision,
    choice     text,
    valence    integer check (valence > 0),
    arousal    integer check (arousal > 0),
    primary key (answer_id, key),
    foreign key (answer_id, session_id, step) references answer (id, session_id, step),
    foreign key (session_id, step) references session_trial (session_id, step),
    foreign key (session_id, step, slot) references session_slot (session_id, step, slot),
    constraint one_value_of_one_kind check (num_nonnulls(number, choice, valence) = 1),
    constraint a_cell_is_whole check ((valence is null) = (arousal is null))
);
create index rating_session on rating (session_id);

-- what became of the checks, written when the session ended
create table check_outcome (
    session_id bigint not null references study_session (id),
    check_id   text not null,
    place      integer not null check (place > 0),
    outcome    text not null check (outcome in ('passed', 'failed', 'not-run')),
    reason     text not null,
    primary key (session_id, check_id, place)
);

-- what is left of those who took everything back: that there was somebody, so that no link works twice
create table withdrawal (
    token_sha256  text primary key check (token_sha256 ~ '^[0-9a-f]{64}$'),
    study_id      bigint not null references study (id),
    edition       text not null references edition (digest),
    invitation_id bigint unique references invitation (id),
    participant   text,
    answers       integer not null check (answers >= 0),
    withdrawn_at  timestamptz not null
);

-- Nothing of a session is changed once it is written, and nothing is deleted but by withdrawal, which names its session.
create function keep_unless_withdrawn() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' and current_setting('antiphon.withdraws', true) = old.session_id::text then
        return old;
    end if;
    raise exception 'a row of % is kept as it was written', tg_table_name using errcode = 'restrict_violation';
end $$;

create function keep_session() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then
        if current_setting('antiphon.withdraws', true) = old.id::text then
            return old;
        end if;
        raise exception 'session % is only deleted by withdrawal', old.id using errcode = 'restrict_violation';
    end if;
    if row (new.id, new.token, new.withdrawal_code, new.begin_key, new.study_id, new.edition, new.way,
            new.invitation_id, new.participant, new.seed, new.begun_at)
        is distinct from
        row (old.id, old.token, old.withdrawal_code, old.begin_key, old.study_id, old.edition, old.way,
             old.invitation_id, old.participant, old.seed, old.begun_at)
        or (old.status <> 'going' and (new.status, new.ended_by, new.ended_at)
            is distinct from (old.status, old.ended_by, old.ended_at))
        or (old.number is not null and (new.number, new.drawn_at) is distinct from (old.number, old.drawn_at))
        or (new.language <> old.language and exists (select 1 from answer where session_id = old.id)) then
        raise exception 'session % stays what it is', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger session_is_kept before update or delete on study_session
    for each row execute function keep_session();

do $$
declare
    kept text;
begin
    foreach kept in array array ['session_task', 'session_trial', 'session_slot', 'answer', 'rating', 'check_outcome']
    loop
        execute format('create trigger %I before update or delete on %I for each row
                        execute function keep_unless_withdrawn()', kept || '_is_kept', kept);
        execute format('create trigger %I before truncate on %I for each statement
                        execute function refuse_change()', kept || '_is_never_emptied', kept);
    end loop;
end $$;
create trigger session_is_never_emptied before truncate on study_session
    for each statement execute function refuse_change();
