-- Studies: what is being written, what is frozen, and the files that participants get. Files lie in the artifact store;
-- here is only their SHA-256.

create table study (
    id             bigint generated always as identity primary key,
    -- the name of the study in its document, in addresses and in file names
    slug           text not null unique check (slug ~ '^[a-z][a-z0-9]*(-[a-z0-9]+)*$' and length(slug) <= 60),
    title          text not null default '' check (char_length(title) <= 500),
    -- the document as it was last saved, right or wrong; participants never see it
    draft          text not null default '' check (octet_length(draft) <= 2000000),
    draft_revision integer not null default 1 check (draft_revision > 0),
    draft_saved_at timestamptz not null default now(),
    created_at     timestamptz not null
);

-- files that a researcher gave: recordings, and the versions of uploaded conditions
create table study_file (
    study_id   bigint not null references study (id),
    name       text not null check (char_length(name) between 1 and 200),
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes      bigint not null check (bytes > 0),
    created_at timestamptz not null,
    primary key (study_id, name)
);
create index study_file_sha256 on study_file (sha256);

-- what took long to make of a recording (a translation, a pass through the vocoder), by what it was made from
create table study_rendition (
    recipe     text primary key check (recipe ~ '^[0-9a-f]{64}$'),
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes      bigint not null check (bytes > 0),
    model      text, -- checksum of the weights, if models took part
    created_at timestamptz not null
);
create index study_rendition_sha256 on study_rendition (sha256);

-- stimuli ready to be published, by everything that decides what they are: a change of words makes none anew
create table prepared_stimulus (
    recipe     text not null check (recipe ~ '^[0-9a-f]{64}$'),
    condition  text not null,
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text not null,
    bytes      bigint not null check (bytes > 0),
    seconds    double precision not null check (seconds > 0),
    loudness   double precision, -- LUFS as encoded; null: silent, or too short to be measured
    deviation  double precision, -- LU from the level of its item
    gain       double precision not null, -- dB from the source
    true_peak  double precision, -- dBTP; null: silent
    created_at timestamptz not null,
    primary key (recipe, condition)
);
create index prepared_stimulus_sha256 on prepared_stimulus (sha256);

-- the making of a draft's stimuli: one row a study, that of its latest order
create table preparation (
    study_id   bigint primary key references study (id),
    revision   integer not null check (revision > 0), -- of the draft
    state      text not null check (state in ('waiting', 'running', 'done', 'failed')),
    stage      text not null,
    progress   double precision not null check (progress between 0 and 1),
    attempts   integer not null default 0 check (attempts >= 0),
    problem    text,
    publish    boolean not null default false, -- whether it is to be published and opened as soon as it is done
    ordered_at timestamptz not null,
    updated_at timestamptz not null,
    constraint what_failed_says_why check ((state = 'failed') = (problem is not null))
);

create table edition (
    digest          text primary key check (digest ~ '^[0-9a-f]{64}$'),
    study_id        bigint not null references study (id),
    version         integer not null check (version > 0),
    frozen          bytea not null,
    document        text not null default '', -- as its writer wrote it, with comments
    state           text not null check (state in ('open', 'paused', 'closed')),
    test_sha256     text check (test_sha256 ~ '^[0-9a-f]{64}$'),
    test_media_type text,
    test_seconds    double precision check (test_seconds > 0),
    published_at    timestamptz not null,
    unique (study_id, version),
    constraint its_name_is_its_content check (digest = encode(sha256(frozen), 'hex')),
    constraint a_test_clip_is_whole
        check ((test_sha256 is null) = (test_media_type is null) and (test_sha256 is null) = (test_seconds is null))
);
create index edition_open on edition (study_id, version) where state = 'open';

create table stimulus (
    edition    text not null references edition (digest),
    item       text not null,
    condition  text not null,
    sha256     text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text not null,
    bytes      bigint not null check (bytes > 0),
    seconds    double precision not null check (seconds > 0),
    loudness   double precision,
    deviation  double precision,
    gain       double precision not null default 0,
    true_peak  double precision,
    primary key (edition, item, condition)
);
create index stimulus_sha256 on stimulus (sha256);

create table invitation (
    id           bigint generated always as identity primary key,
    study_id     bigint not null references study (id),
    token_sha256 text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
    note         text check (char_length(note) <= 200), -- for the researcher: whom this link is for
    created_at   timestamptz not null
);
create index invitation_study on invitation (study_id);

-- What was published stays what it was. Only whether it takes participants may change.
create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'a row of % never changes once it is written', tg_table_name using errcode = 'restrict_violation';
end $$;

create function keep_edition() returns trigger language plpgsql as $$
begin
    if row (new.digest, new.study_id, new.version, new.frozen, new.document, new.test_sha256, new.test_media_type,
            new.test_seconds, new.published_at)
        is distinct from
        row (old.digest, old.study_id, old.version, old.frozen, old.document, old.test_sha256, old.test_media_type,
             old.test_seconds, old.published_at) then
        raise exception 'edition % is published and never changes; publish another version', old.digest
            using errcode = 'restrict_violation';
    end if;
    if old.state = 'closed' and new.state <> 'closed' then
        raise exception 'edition % is closed for good', old.digest using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger edition_never_changes before update on edition for each row execute function keep_edition();
create trigger edition_is_never_deleted before delete on edition for each row execute function refuse_change();
create trigger edition_is_never_emptied before truncate on edition for each statement execute function refuse_change();
create trigger stimulus_never_changes before update or delete on stimulus
    for each row execute function refuse_change();
create trigger stimulus_is_never_emptied before truncate on stimulus for each statement execute function refuse_change();
create trigger invitation_never_changes before update or delete on invitation
    for each row execute function refuse_change();

-- A stimulus belongs to the transaction that publishes its edition: later ones are refused.
create function only_while_publishing() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from edition where digest = new.edition and xmin = pg_current_xact_id()::xid) then
        raise exception 'edition % is published and gets no further stimuli', new.edition
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;
create trigger stimulus_comes_with_its_edition before insert on stimulus
    for each row execute function only_while_publishing();

-- the queue of preparations: the table of db-scheduler 16, apart from that of translations so that neither waits for the other
create table preparation_tasks (
    task_name            text not null,
    task_instance        text not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint not null,
    priority             smallint,
    primary key (task_name, task_instance)
);
create index preparation_tasks_due on preparation_tasks (execution_time);
create index preparation_tasks_heartbeat on preparation_tasks (last_heartbeat);
