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
  sign_in_id bigint not null,
  name text not null,
  email text not null,
  language text not null default 'en',
  zone text not null default 'Europe/Rome',
  preferences jsonb not null default '{}',
  closed_at timestamptz,
  created_at timestamptz not null default now(),
  constraint app_user_sign_in_id unique (sign_in_id),
  constraint app_user_email unique (email),
  constraint app_user_language check (language in ('en', 'it'))
);

create table welcome_link (
  token_hash text primary key,
  created_at timestamptz not null default now(),
  used_at timestamptz
);

create table worker_lease (
  worker_id text primary key,
  renewed_at timestamptz not null default now()
);
