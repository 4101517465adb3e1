create table interaction_words (
  interaction_id bigint primary key,
  occurred_at timestamptz not null,
  words tsvector not null,
  constraint interaction_words_interaction foreign key (interaction_id) references interaction on delete cascade
);

create index interaction_words_by_word on interaction_words using gin (words);

create index interaction_words_by_time on interaction_words (occurred_at desc, interaction_id desc);

create table file_text (
  sha256 text primary key,
  state text not null default 'waiting',
  reason text,
  cut boolean not null default false,
  constraint file_text_state check (state in ('waiting', 'read', 'empty', 'refused')),
  constraint file_text_file foreign key (sha256) references file on delete cascade
);

create table file_part (
  sha256 text not null,
  n integer not null,
  place_kind text,
  place text,
  text text not null,
  words tsvector not null,
  constraint file_part_key primary key (sha256, n),
  constraint file_part_place check (place_kind in ('page', 'sheet', 'slide')),
  constraint file_part_file foreign key (sha256) references file_text on delete cascade
);

create table search_rebuild (
  id integer primary key,
  reached bigint not null,
  target bigint not null,
  constraint search_rebuild_one_row check (id = 1)
);

insert into search_rebuild (id, reached, target) select 1, 0, coalesce(max(id), 0) from interaction;

alter table setup add column retention_months integer;

alter table setup add constraint setup_retention check (retention_months between 1 and 600);
