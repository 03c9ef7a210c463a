-- What is misspelt is looked for by the words that names have. There are some thousands of those, however many names there
-- are; comparing a search with every name took seconds in a directory of a million.

create table name_word (
    word text collate "C" not null,
    constraint pk_name_word primary key (word),
    constraint ck_name_word_is_one check (word ~ '^[[:alnum:]]+$')
);
create index ix_name_word_alike on name_word using gin (word gin_trgm_ops);
comment on table name_word is 'The words of names, now and before. None is taken away: history can be searched, too.';

create function learn_words() returns void
    language sql volatile
begin atomic
    insert into name_word (word)
    select found.word
    from ts_stat('select to_tsvector(''simple'', name) from (select distinct name from public.organisation) names') found
    where found.word ~ '^[[:alnum:]]+$'
    on conflict do nothing;
end;
comment on function learn_words() is 'Notes the words of all names that are not known yet.';

create function near_words(sought text[]) returns tsquery
    language sql stable
begin atomic
    select string_agg(
        '(''' || s.word || ''':*'
            || coalesce((
                select string_agg(' | ''' || alike.word || '''', '')
                from (
                    select w.word from name_word w where w.word % s.word
                    order by similarity(w.word, s.word) desc, w.word limit 8
                ) alike), '')
            || ')', ' & ')::tsquery
    from unnest(sought) s(word);
end;
comment on function near_words(text[]) is
    'Names in which each of these words is, begins a word, or is like a word; they consist of letters and digits only.';

select learn_words();

grant select, insert on name_word to ${app};
grant select on name_word to ${read};
grant execute on function learn_words(), near_words(text[]) to ${app};
