-- Translations and everything that belongs to one. Files lie in the artifact store; here is only their SHA-256.

create table installation (
    only_row     boolean primary key default true check (only_row),
    -- mixed into the keys of anonymous visitors, so that no address can be read back from them
    visitor_salt text not null default gen_random_uuid()::text || gen_random_uuid()::text
);
insert into installation default values;

create table upload (
    id          bigint generated always as identity primary key,
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes       bigint not null check (bytes > 0),
    media_type  text not null,
    file_name   text not null check (char_length(file_name) <= 200),
    seconds     double precision not null check (seconds >= 0),
    has_picture boolean not null,
    has_sound   boolean not null,
    width       integer check (width > 0),
    height      integer check (height > 0),
    playable    boolean not null, -- whether browsers play the file as it is
    created_at  timestamptz not null,
    check (has_picture or has_sound),
    check (has_picture = (width is not null) and has_picture = (height is not null))
);
create index upload_sha256 on upload (sha256);

create table translation (
    id               text primary key check (id ~ '^[a-z2-7]{26}$'),
    direction        text not null check (direction in ('video-to-sound', 'sound-to-video')),
    status           text not null check (status in ('queued', 'running', 'done', 'failed', 'cancelled')),
    stage            text not null,
    progress         double precision not null check (progress between 0 and 1),
    seed             bigint not null,
    model            text not null,
    model_checksum   text,
    steps            integer not null check (steps between 1 and 1000),
    media_upload     bigint not null references upload (id),
    prior_upload     bigint references upload (id),
    sample           text,
    origin           text references translation (id) on delete set null,
    owner_key        text not null,
    attempts         integer not null default 0 check (attempts >= 0),
    cancel_requested boolean not null default false,
    confidence       double precision check (confidence between 0 and 1),
    length_seconds   double precision not null check (length_seconds >= 0),
    problem_code     text,
    problem_title    text,
    problem_detail   text,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    started_at       timestamptz,
    finished_at      timestamptz,
    constraint a_picture_is_needed_to_show_a_sound check (direction <> 'sound-to-video' or prior_upload is not null),
    constraint what_failed_says_why check ((status = 'failed') = (problem_title is not null)),
    constraint a_problem_is_whole
        check ((problem_title is null) = (problem_code is null) and (problem_title is null) = (problem_detail is null)),
    constraint what_is_done_is_complete
        check (status <> 'done' or (progress = 1 and finished_at is not null and model_checksum is not null)),
    constraint what_runs_was_started check (status <> 'running' or started_at is not null)
);
create index translation_by_visitor on translation (owner_key, created_at);
create index translation_waiting on translation (status) where status in ('queued', 'running');
create index translation_by_age on translation (created_at);
create index translation_media on translation (media_upload);
create index translation_prior on translation (prior_upload);
create index translation_origin on translation (origin);

create table translation_artifact (
    translation_id text not null references translation (id) on delete cascade,
    role           text not null check (role in ('original', 'poster', 'sound', 'soundLossless', 'video', 'track',
                       'originalTrack', 'spectrogram', 'originalSpectrogram', 'motion')),
    sha256         text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    media_type     text not null,
    bytes          bigint not null check (bytes >= 0),
    primary key (translation_id, role)
);
create index translation_artifact_sha256 on translation_artifact (sha256);

create table translation_metric (
    translation_id text not null references translation (id) on delete cascade,
    name           text not null,
    position       integer not null check (position >= 0), -- what matters most comes first
    label          text not null,
    value          double precision,
    unit           text not null,
    reason         text,
    version        integer not null check (version > 0),
    primary key (translation_id, name),
    constraint measured_or_a_reason_why_not check ((value is null) <> (reason is null))
);

-- each accepted request, for the hourly limit; deleting a translation does not give it back
create table visitor_request (
    id        bigint generated always as identity primary key,
    owner_key text not null,
    asked_at  timestamptz not null
);
create index visitor_request_recent on visitor_request (owner_key, asked_at);

create table job_attempt (
    id             bigint generated always as identity primary key,
    translation_id text not null references translation (id) on delete cascade,
    number         integer not null check (number > 0),
    worker         text not null,
    started_at     timestamptz not null,
    heartbeat_at   timestamptz not null,
    ended_at       timestamptz,
    outcome        text check (outcome in ('done', 'failed', 'cancelled', 'retry', 'lost')),
    unique (translation_id, number),
    constraint what_ended_has_an_outcome check ((ended_at is null) = (outcome is null))
);

-- the queue: the table of db-scheduler 16
create table scheduled_tasks (
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
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
