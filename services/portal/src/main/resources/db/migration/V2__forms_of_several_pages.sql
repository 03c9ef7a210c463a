-- The answers to a form of several pages are kept from page to page, under one name.

comment on table draft is
    'Forms that are not finished, encrypted: sent after the session had ended, or answered in part.';
grant update (sealed, ends_at) on draft to ${app};
