create extension if not exists unaccent;

create extension if not exists pg_trgm;

create function fold(text) returns text language sql immutable strict parallel safe as $$ select lower(shared.unaccent('shared.unaccent', $1)) $$;

create table company (
  id bigint generated always as identity primary key,
  schema_name text not null,
  name text not null,
  created_at timestamptz not null default now(),
  constraint company_schema_name unique (schema_name)
);

create table app_user (
  id bigint generated always as identity primary key,
  name text not null,
  email text not null,
  password_hash text not null,
  language text not null default 'en',
  zone text not null default 'Europe/Rome',
  preferences jsonb not null default '{}',
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  constraint app_user_email unique (email),
  constraint app_user_language check (language in ('en', 'it'))
);

create table session (
  token_hash text primary key,
  user_id bigint not null,
  company_id bigint not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  constraint session_of_user foreign key (user_id) references app_user,
  constraint session_of_company foreign key (company_id) references company
);

create index session_by_user on session (user_id);

create index session_by_end on session (expires_at);

create table api_key (
  id bigint generated always as identity primary key,
  key_hash text not null,
  user_id bigint not null,
  company_id bigint not null,
  name text not null,
  created_at timestamptz not null default now(),
  constraint api_key_hash unique (key_hash),
  constraint api_key_user foreign key (user_id) references app_user,
  constraint api_key_company foreign key (company_id) references company
);

create index api_key_by_user on api_key (user_id, id);

create table welcome_link (
  token_hash text primary key,
  created_at timestamptz not null default now(),
  used_at timestamptz
);

create table worker_lease (
  worker_id text primary key,
  renewed_at timestamptz not null default now()
);
