-- A referral is made in one statement, with everything that belongs to it.

create function make_patient(person jsonb) returns boolean
    language plpgsql
as $$
begin
    insert into patient
        (tenant_id, id, nhs_hash, key_number, key_wrapped, nhs_number, family_name, given_name, birth_date, gender, address,
         postcode, phone, registered_practice, made_by, made_at)
    select folkmoot.current_tenant(), p.id, p.nhs_hash, p.key_number, p.key_wrapped, p.nhs_number, p.family_name,
        p.given_name, p.birth_date, p.gender, p.address, p.postcode, p.phone, p.registered_practice, p.made_by, p.made_at
    from jsonb_populate_record(null::patient, person) p
    on conflict (tenant_id, nhs_hash) do nothing;
    return found;
end
$$;
comment on function make_patient is 'Keeps a patient, sealed by the service. False, and nothing is done, if the NHS number is known.';

create function make_referral(person jsonb, made jsonb, happened jsonb, pages jsonb) returns text
    language plpgsql
as $$
declare
    r constant referral := jsonb_populate_record(null::referral, made);
begin
    if jsonb_typeof(person) = 'object' and not make_patient(person) then
        return 'known-meanwhile';
    end if;
    insert into journey (tenant_id, id, patient_id, begun_at)
        values (folkmoot.current_tenant(), r.journey_id, r.patient_id, r.made_at) on conflict do nothing;
    -- A journey is never changed, and nobody has the right to: what is locked is its name.
    perform pg_advisory_xact_lock(hashtextextended(folkmoot.current_tenant() || r.journey_id::text, 0));
    if not exists (
            select from journey j
            where j.tenant_id = folkmoot.current_tenant() and j.id = r.journey_id and j.patient_id = r.patient_id)
        or exists (
            select from referral o
            where o.tenant_id = folkmoot.current_tenant() and o.journey_id = r.journey_id
              and o.state not in ('returned', 'redirected', 'closed'))
    then
        return 'journey-taken';
    end if;
    insert into referral
        (tenant_id, id, journey_id, patient_id, team_id, practice, came_by, criteria, priority, service, reason, consent,
         consent_on, consent_by, consent_name, state, made_by, made_name, made_at, version)
    values (folkmoot.current_tenant(), r.id, r.journey_id, r.patient_id, r.team_id, r.practice, r.came_by, r.criteria,
        r.priority, r.service, r.reason, r.consent, r.consent_on, r.consent_by, r.consent_name, r.state, r.made_by,
        r.made_name, r.made_at, r.version);
    if jsonb_typeof(happened) = 'object' then
        insert into referral_event
            (tenant_id, id, referral_id, journey_id, kind, happened_at, recorded_at, by_subject, by_name)
        select folkmoot.current_tenant(), e.id, r.id, r.journey_id, e.kind, e.happened_at, e.recorded_at, r.made_by,
            r.made_name
        from jsonb_populate_record(null::referral_event, happened) e;
    end if;
    perform folkmoot.chronicle(pages);
    return 'made';
end
$$;
comment on function make_referral is
    'Makes a referral, with the patient if one is given, its journey, its submission if there is one, its entries of the ledger and its announcements. Or says why not, and then the caller rolls back or asks again: known-meanwhile, where somebody else made the patient in this moment; journey-taken, where the journey is another person''s or another referral of it is open.';
