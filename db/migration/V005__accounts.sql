-- Who may make studies and read results. Participants and visitors of the demo have no account.

create table account (
    id            bigint generated always as identity primary key,
    name          text not null check (char_length(name) between 1 and 100),
    role          text not null check (role in ('owner', 'researcher')),
    password_hash text, -- Argon2id in its usual notation; null until a password is set
    created_at    timestamptz not null
);
create unique index account_name on account (lower(name));

-- a link by which a password is set, once
create table account_link (
    token_sha256 text primary key check (token_sha256 ~ '^[0-9a-f]{64}$'),
    account_id   bigint not null references account (id),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    used_at      timestamptz
);

-- a browser that is signed in; the cookie holds the token, which is not kept
create table sign_in (
    token_sha256 text primary key check (token_sha256 ~ '^[0-9a-f]{64}$'),
    account_id   bigint not null references account (id),
    browser      text not null check (char_length(browser) <= 300),
    created_at   timestamptz not null,
    expires_at   timestamptz not null,
    revoked_at   timestamptz
);
create index sign_in_account on sign_in (account_id);

-- attempts that failed, by a keyed hash of where they came from and of whom they named
create table failed_sign_in (
    id  bigint generated always as identity primary key,
    key text not null,
    at  timestamptz not null
);
create index failed_sign_in_recent on failed_sign_in (key, at);
