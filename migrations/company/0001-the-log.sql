create table setup (
  id integer primary key,
  currency text not null default 'EUR',
  country text not null default 'IT',
  language text not null default 'it',
  zone text not null default 'Europe/Rome',
  version integer not null default 1,
  constraint setup_one_row check (id = 1)
);

create table member (
  user_id bigint primary key,
  name text not null,
  role text not null,
  salesperson_id bigint,
  constraint member_role check (role in ('administrator'))
);

create table journal (
  id bigint generated always as identity primary key,
  act text not null,
  user_id bigint not null,
  door text not null,
  at timestamptz not null default now(),
  undo_until timestamptz,
  undone_by bigint,
  detail jsonb
);

create index journal_by_time on journal (at desc, id desc);

create table journal_change (
  act_id bigint not null,
  record text not null,
  record_id bigint not null,
  before jsonb,
  after jsonb,
  constraint journal_change_key primary key (record, record_id, act_id),
  constraint journal_change_act foreign key (act_id) references journal
);

create index journal_change_by_act on journal_change (act_id, record, record_id);

create table once_key (
  user_id bigint not null,
  key text not null,
  act text not null,
  input_hash text not null,
  answer jsonb,
  at timestamptz not null default now(),
  constraint once_key_key primary key (user_id, key)
);

create index once_key_by_time on once_key (at);

create table progress (
  id bigint generated always as identity primary key,
  work text not null,
  state text not null default 'waiting',
  done bigint not null default 0,
  total bigint,
  detail jsonb not null default '{}',
  problem text,
  stop_asked boolean not null default false,
  user_id bigint not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  constraint progress_state check (state in ('waiting', 'running', 'done', 'stopped', 'failed'))
);

create index progress_by_user on progress (user_id, id desc);

create table saved_view (
  id bigint generated always as identity primary key,
  user_id bigint not null,
  list text not null,
  name text not null,
  search text not null,
  shared boolean not null default false,
  version integer not null default 1,
  constraint saved_view_name unique (user_id, list, name)
);

create index saved_view_by_list on saved_view (list, user_id);

create table salesperson (
  id bigint generated always as identity primary key,
  code text not null,
  name text not null,
  email text,
  phone text,
  job_title text,
  closed_at timestamptz,
  version integer not null default 1,
  act_id bigint not null,
  constraint salesperson_code unique (code),
  constraint salesperson_act foreign key (act_id) references journal
);

create table language (
  id bigint generated always as identity primary key,
  code text not null,
  name text not null,
  erp_code text,
  closed_at timestamptz,
  version integer not null default 1,
  act_id bigint not null,
  constraint language_code unique (code),
  constraint language_act foreign key (act_id) references journal
);

create sequence contact_no;

create table contact (
  id bigint generated always as identity primary key,
  no text not null,
  type text not null,
  name text not null,
  name2 text,
  first_name text,
  middle_name text,
  surname text,
  job_title text,
  company_id bigint,
  address text,
  address2 text,
  post_code text,
  city text,
  county text,
  country text,
  phone text,
  mobile_phone text,
  fax text,
  email text,
  email2 text,
  home_page text,
  correspondence_type text,
  language_id bigint,
  salesperson_id bigint,
  salutation text,
  territory text,
  currency text,
  vat_no text,
  registration_no text,
  external_id text,
  note text,
  exclude_from_segment boolean not null default false,
  privacy_blocked boolean not null default false,
  minor boolean not null default false,
  parental_consent_received boolean not null default false,
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  act_id bigint not null,
  name_key text collate "C" not null generated always as (fold(name)) stored,
  search_text text not null generated always as (
    fold(' ' || no || ' ' || name || ' ' || coalesce(name2, '') || ' ' || coalesce(city, '') || ' ' || coalesce(email, '') || ' ' || coalesce(email2, '')
      || ' ' || coalesce(vat_no, '') || ' ' || coalesce(external_id, '') || ' ' || coalesce(post_code, '') || ' ' || coalesce(job_title, '')
      || ' ' || regexp_replace(coalesce(phone, ''), '[^0-9+]', '', 'g') || ' ' || regexp_replace(coalesce(mobile_phone, ''), '[^0-9+]', '', 'g'))
  ) stored,
  constraint contact_no_once unique (no),
  constraint contact_type check (type in ('company', 'person')),
  constraint contact_employer check (type = 'person' or company_id is null),
  constraint contact_correspondence_type check (correspondence_type in ('hardCopy', 'email')),
  constraint contact_company foreign key (company_id) references contact,
  constraint contact_language foreign key (language_id) references language,
  constraint contact_salesperson foreign key (salesperson_id) references salesperson,
  constraint contact_act foreign key (act_id) references journal
);

-- a distributed table refuses this (0A000): there the estimate of a search stays coarser
do $$ begin alter table contact alter column search_text set statistics 1000; exception when feature_not_supported then null; end $$;

create index contact_by_name on contact (name_key, id);

create index contact_by_city on contact ((fold(coalesce(city, '')) collate "C"), id);

create index contact_by_no on contact ((case when no ~ '^[0-9]{1,20}$' then lpad(no, 20, '0') else no end collate "C"));

create index contact_by_change on contact (changed_at desc, id desc);

create index contact_by_company on contact (company_id, name_key, id);

create index contact_by_salesperson on contact (salesperson_id, name_key, id);

create index contact_by_email on contact (lower(email));

create index contact_by_act on contact (act_id);

create index contact_by_search on contact using gin (search_text gin_trgm_ops);

create index contact_company_by_search on contact using gin (search_text gin_trgm_ops) where type = 'company';

create index contact_by_country on contact ((coalesce(country, '')));

create index contact_by_territory on contact ((fold(coalesce(territory, '')) collate "C"));

create index contact_blocked on contact (name_key, id) where privacy_blocked;

create table interaction_group (
  id bigint generated always as identity primary key,
  code text not null,
  description text not null,
  closed_at timestamptz,
  version integer not null default 1,
  act_id bigint not null,
  constraint interaction_group_code unique (code),
  constraint interaction_group_act foreign key (act_id) references journal
);

create table file (
  sha256 text primary key,
  size bigint not null,
  media_type text not null,
  stored_at timestamptz not null default now(),
  constraint file_sha256 check (sha256 ~ '^[0-9a-f]{64}$')
);

create table upload (
  id bigint generated always as identity primary key,
  user_id bigint not null,
  sha256 text not null,
  name text not null,
  at timestamptz not null default now(),
  constraint upload_file foreign key (sha256) references file
);

create index upload_by_time on upload (at);

create index upload_by_file on upload (sha256);

create table interaction_template (
  id bigint generated always as identity primary key,
  code text not null,
  description text,
  group_id bigint not null,
  kind text not null,
  unit_cost numeric(15, 2) not null default 0,
  unit_duration_min integer not null default 0,
  information_flow text,
  initiated_by text,
  correspondence_type text,
  ignore_contact_correspondence_type boolean not null default false,
  campaign_target boolean not null default false,
  campaign_response boolean not null default false,
  default_language_id bigint,
  wizard_action text,
  closed_at timestamptz,
  version integer not null default 1,
  act_id bigint not null,
  constraint interaction_template_code unique (code),
  constraint interaction_template_kind check (kind in ('call', 'meeting', 'letter', 'mail', 'note', 'document', 'system')),
  constraint interaction_template_cost check (unit_cost >= 0),
  constraint interaction_template_duration check (unit_duration_min >= 0),
  constraint interaction_template_flow check (information_flow in ('outbound', 'inbound')),
  constraint interaction_template_initiator check (initiated_by in ('us', 'them')),
  constraint interaction_template_correspondence check (correspondence_type in ('hardCopy', 'email')),
  constraint interaction_template_action check (wizard_action in ('open', 'import', 'merge')),
  constraint interaction_template_group foreign key (group_id) references interaction_group,
  constraint interaction_template_language foreign key (default_language_id) references language,
  constraint interaction_template_act foreign key (act_id) references journal
);

create index interaction_template_by_group on interaction_template (group_id);

create table template_language (
  id bigint generated always as identity primary key,
  template_id bigint not null,
  language_id bigint,
  description text,
  sha256 text,
  file_name text,
  version integer not null default 1,
  act_id bigint not null,
  constraint template_language_once unique nulls not distinct (template_id, language_id),
  constraint template_language_template foreign key (template_id) references interaction_template,
  constraint template_language_language foreign key (language_id) references language,
  constraint template_language_file foreign key (sha256) references file,
  constraint template_language_act foreign key (act_id) references journal
);

create index template_language_by_file on template_language (sha256);

create table interaction (
  id bigint generated always as identity primary key,
  contact_id bigint not null,
  company_id bigint,
  salesperson_id bigint,
  template_id bigint not null,
  group_id bigint not null,
  language_id bigint,
  act_id bigint not null,
  user_id bigint not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  cost numeric(15, 2) not null,
  duration_min integer not null,
  evaluation smallint,
  attempt_failed boolean not null default false,
  canceled boolean not null default false,
  private boolean not null default false,
  kind text not null,
  information_flow text,
  initiated_by text,
  correspondence_type text,
  description text not null,
  contact_via text,
  follows_id bigint,
  constraint interaction_kind check (kind in ('call', 'meeting', 'letter', 'mail', 'note', 'document', 'system')),
  constraint interaction_cost check (cost >= 0),
  constraint interaction_duration check (duration_min >= 0),
  constraint interaction_evaluation check (evaluation between 1 and 5),
  constraint interaction_flow check (information_flow in ('outbound', 'inbound')),
  constraint interaction_initiator check (initiated_by in ('us', 'them')),
  constraint interaction_correspondence check (correspondence_type in ('hardCopy', 'email')),
  constraint interaction_description check (length(description) between 1 and 100),
  constraint interaction_contact foreign key (contact_id) references contact,
  constraint interaction_company foreign key (company_id) references contact,
  constraint interaction_salesperson foreign key (salesperson_id) references salesperson,
  constraint interaction_template foreign key (template_id) references interaction_template,
  constraint interaction_group foreign key (group_id) references interaction_group,
  constraint interaction_language foreign key (language_id) references language,
  constraint interaction_act foreign key (act_id) references journal
);

create index interaction_by_time on interaction (occurred_at desc, id desc);

create index interaction_by_contact on interaction (contact_id, occurred_at desc, id desc);

create index interaction_by_company on interaction (company_id, occurred_at desc, id desc);

create index interaction_by_salesperson on interaction (salesperson_id, occurred_at desc, id desc);

create index interaction_by_template on interaction (template_id, occurred_at desc, id desc);

create index interaction_by_group on interaction (group_id, occurred_at desc, id desc);

create index interaction_by_user on interaction (user_id, occurred_at desc, id desc);

create index interaction_by_act on interaction (act_id);

create index interaction_canceled on interaction (occurred_at desc, id desc) where canceled;

create index interaction_failed on interaction (occurred_at desc, id desc) where attempt_failed;

create index interaction_evaluated on interaction (evaluation, occurred_at desc, id desc) where evaluation is not null;

create index interaction_follows on interaction (follows_id) where follows_id is not null;

create index interaction_by_description on interaction using gin ((fold(description) collate "C") gin_trgm_ops);

create table interaction_cancellation (
  interaction_id bigint primary key,
  act_id bigint not null,
  reason text,
  constraint interaction_cancellation_interaction foreign key (interaction_id) references interaction on delete cascade,
  constraint interaction_cancellation_act foreign key (act_id) references journal
);

create table interaction_attachment (
  id bigint generated always as identity primary key,
  interaction_id bigint not null,
  sha256 text not null,
  name text not null,
  origin text not null,
  act_id bigint not null,
  constraint interaction_attachment_origin check (origin in ('template', 'imported')),
  constraint interaction_attachment_interaction foreign key (interaction_id) references interaction on delete cascade,
  constraint interaction_attachment_file foreign key (sha256) references file,
  constraint interaction_attachment_act foreign key (act_id) references journal
);

create index interaction_attachment_by_interaction on interaction_attachment (interaction_id, id);

create index interaction_attachment_by_file on interaction_attachment (sha256);

create table interaction_comment (
  id bigint generated always as identity primary key,
  interaction_id bigint not null,
  user_id bigint not null,
  text text not null,
  at timestamptz not null default now(),
  edited_at timestamptz,
  version integer not null default 1,
  act_id bigint not null,
  constraint interaction_comment_interaction foreign key (interaction_id) references interaction on delete cascade,
  constraint interaction_comment_act foreign key (act_id) references journal
);

create index interaction_comment_by_interaction on interaction_comment (interaction_id, id);

create table interaction_draft (
  id bigint generated always as identity primary key,
  user_id bigint not null,
  contact_id bigint,
  template_id bigint,
  content jsonb not null,
  step text not null,
  started_at timestamptz not null default now(),
  touched_at timestamptz not null default now(),
  discarded_at timestamptz,
  version integer not null default 1,
  constraint interaction_draft_contact foreign key (contact_id) references contact,
  constraint interaction_draft_template foreign key (template_id) references interaction_template
);

create index interaction_draft_by_user on interaction_draft (user_id, touched_at desc, id desc);

create index interaction_draft_by_contact on interaction_draft (contact_id, touched_at desc, id desc);

create table draft_upload (
  draft_id bigint not null,
  upload_id bigint not null,
  constraint draft_upload_key primary key (draft_id, upload_id),
  constraint draft_upload_draft foreign key (draft_id) references interaction_draft on delete cascade,
  constraint draft_upload_upload foreign key (upload_id) references upload
);

create table import (
  id bigint generated always as identity primary key,
  user_id bigint not null,
  upload_id bigint not null,
  format text not null,
  mapping jsonb not null default '{}',
  options jsonb not null default '{}',
  counts jsonb not null default '{}',
  progress_id bigint,
  act_id bigint,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  constraint import_upload foreign key (upload_id) references upload,
  constraint import_progress foreign key (progress_id) references progress,
  constraint import_act foreign key (act_id) references journal
);

create table import_refusal (
  import_id bigint not null,
  line bigint not null,
  cells jsonb not null,
  faults jsonb not null,
  constraint import_refusal_key primary key (import_id, line),
  constraint import_refusal_import foreign key (import_id) references import on delete cascade
);
