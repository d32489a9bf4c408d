-- What can be said in numbers about published stimuli: each against the true one of its item. Named by their files, so two
-- editions that share files share numbers.
create table stimulus_pair (
    reference_sha256 text not null check (reference_sha256 ~ '^[0-9a-f]{64}$'),
    candidate_sha256 text not null check (candidate_sha256 ~ '^[0-9a-f]{64}$'),
    -- which metrics, each in its version; null: not measured yet
    metric_set       text check (metric_set ~ '^[0-9a-f]{64}$'),
    primary key (reference_sha256, candidate_sha256)
);
create index stimulus_pair_by_metric_set on stimulus_pair (metric_set);

create table stimulus_metric (
    reference_sha256 text not null,
    candidate_sha256 text not null,
    name             text not null,
    position         integer not null check (position >= 0), -- what matters most comes first
    label            text not null,
    value            double precision,
    unit             text not null,
    reason           text,
    version          integer not null check (version > 0),
    primary key (reference_sha256, candidate_sha256, name),
    foreign key (reference_sha256, candidate_sha256) references stimulus_pair on delete cascade,
    constraint measured_or_a_reason_why_not check ((value is null) <> (reason is null))
);
