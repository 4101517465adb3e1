create text search configuration italian_words (copy = pg_catalog.italian);

alter text search configuration italian_words alter mapping for hword, hword_part, word with unaccent, pg_catalog.italian_stem;

create text search configuration english_words (copy = pg_catalog.english);

alter text search configuration english_words alter mapping for hword, hword_part, word with unaccent, pg_catalog.english_stem;

create function words_of(text) returns tsvector language sql immutable strict parallel safe as $$ select to_tsvector('shared.italian_words', $1) || to_tsvector('shared.english_words', $1) $$;

create aggregate words_together(tsvector) (sfunc = tsvector_concat, stype = tsvector, initcond = '');
