-- A search of several words in which one is so misspelt that no name has them all: comparing it with every name took two
-- seconds in a directory of a million, and several at once ended in nothing.

create function near_word(sought text) returns text
    language sql stable
begin atomic
    select '(''' || sought || ''':*'
        || coalesce((
            select string_agg(' | ''' || alike.word || '''', '')
            from (
                select w.word from name_word w where w.word % sought
                order by similarity(w.word, sought) desc, w.word limit 8
            ) alike), '')
        || ')';
end;
comment on function near_word(text) is
    'A word, a beginning of a word, or words that are like it; as a part of a text search. Letters and digits only.';

create or replace function near_words(sought text[]) returns tsquery
    language sql stable
begin atomic
    select string_agg(near_word(s.word), ' & ')::tsquery from unnest(sought) s(word);
end;

create function near_words_but_one(sought text[]) returns tsquery
    language sql stable
begin atomic
    with part as materialized (select s.place, near_word(s.word) as words from unnest(sought) with ordinality s(word, place))
    select string_agg('(' || rest.words || ')', ' | ')::tsquery
    from part missing
    cross join lateral (
        select string_agg(p.words, ' & ') as words from part p where p.place <> missing.place) rest;
end;
comment on function near_words_but_one(text[]) is 'Names in which all of these words but one are, as near_words has it.';

grant execute on function near_word(text), near_words_but_one(text[]) to ${app};
