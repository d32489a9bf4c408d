-- Who may do what: roles in each study, invitations, tokens for scripts, and a record of who saw or changed what.
-- A study is named by its slug, so that accounts can be looked up without knowing the tables of studies.

-- owner: everything; researcher: may begin studies; viewer: only what a study gives
alter table account drop constraint account_role_check;
alter table account add constraint account_role_check check (role in ('owner', 'researcher', 'viewer'));
alter table account add column disabled_at timestamptz;
-- who somebody is at the provider that OpenID Connect signs in by
alter table account add column oidc_issuer text;
alter table account add column oidc_subject text;
alter table account add constraint account_oidc_whole check ((oidc_issuer is null) = (oidc_subject is null));
create unique index account_oidc on account (oidc_issuer, oidc_subject);

alter table sign_in add column seen_at timestamptz;
update sign_in set seen_at = created_at;
alter table sign_in alter column seen_at set not null;

create table study_member (
    account_id bigint not null references account (id),
    study      text not null references study (slug) on update cascade on delete cascade,
    role       text not null check (role in ('researcher', 'viewer')),
    since      timestamptz not null,
    primary key (account_id, study)
);
create index study_member_study on study_member (study);

-- a link that makes an account, or lets an existing one into a study, once
create table account_invitation (
    id           bigint generated always as identity primary key,
    token_sha256 text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
    role         text not null check (role in ('researcher', 'viewer')), -- of an account that it makes
    study        text references study (slug) on update cascade on delete cascade,
    study_role   text check (study_role in ('researcher', 'viewer')),
    note         text not null check (char_length(note) <= 200), -- whom it is for
    created_by   bigint not null references account (id),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz,
    used_at      timestamptz,
    used_by      bigint references account (id),
    constraint account_invitation_study_whole check ((study is null) = (study_role is null)),
    constraint account_invitation_used_whole check ((used_at is null) = (used_by is null))
);
create index account_invitation_study on account_invitation (study);

-- what a script shows instead of a browser's cookie; only its hash is kept
create table api_token (
    id           bigint generated always as identity primary key,
    token_sha256 text not null unique check (token_sha256 ~ '^[0-9a-f]{64}$'),
    account_id   bigint not null references account (id),
    name         text not null check (char_length(name) between 1 and 100),
    may_write    boolean not null,
    study        text references study (slug) on update cascade on delete cascade, -- null: all of the account
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    seen_at      timestamptz,
    revoked_at   timestamptz
);
create index api_token_account on api_token (account_id);

-- Who saw or changed what. A study is named, not referred to: the record outlives it.
create table audit_entry (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    account_id bigint references account (id), -- null: somebody who is not signed in, or the server itself
    token_name text check (char_length(token_name) <= 100), -- of the token, if a script did it
    study      text,
    action     text not null check (action ~ '^[a-z][a-z-]{1,39}$'),
    detail     text not null check (char_length(detail) <= 500)
);
create index audit_entry_study on audit_entry (study, id);
create index audit_entry_account on audit_entry (account_id, id);
create index audit_entry_action on audit_entry (action, id);

create trigger audit_entry_never_changes before update or delete on audit_entry
    for each row execute function refuse_change();
create trigger audit_entry_is_never_emptied before truncate on audit_entry
    for each statement execute function refuse_change();
