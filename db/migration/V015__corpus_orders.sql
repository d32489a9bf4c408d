-- Corpora that several machines prepare together: one order a run of `prepare --queue`, one piece a recording. What is made
-- lies in the order's folders, which every machine sees under the same names; here is only who has still to do what.
create table corpus_order (
    id          text primary key check (id ~ '^[0-9a-f]{32}$'),
    kind        text not null check (kind in ('urmp', 'solos', 'etude', 'folder')),
    data        text not null,
    boxes       text,
    splits      text not null,
    output      text not null,
    models      text not null,
    longest     integer not null check (longest > 0), -- video frames of a shard
    skeletons   text not null check (skeletons in ('auto', 'annotated', 'check')),
    recordings  integer not null check (recordings > 0),
    ordered_at  timestamptz not null default now()
);
create index corpus_order_output on corpus_order (output);

create table corpus_piece (
    order_id text not null references corpus_order (id) on delete cascade,
    number   integer not null check (number >= 0), -- of the recording, in the order of its corpus
    state    text not null default 'waiting' check (state in ('waiting', 'made', 'kept', 'skipped', 'failed')),
    attempts integer not null default 0 check (attempts >= 0),
    problem  text,
    primary key (order_id, number),
    constraint what_failed_says_why check ((state = 'failed') = (problem is not null))
);

-- the queue of pieces: another table of db-scheduler 16
create table corpus_tasks (
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
create index corpus_tasks_due on corpus_tasks (execution_time);
create index corpus_tasks_heartbeat on corpus_tasks (last_heartbeat);
