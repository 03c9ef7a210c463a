package org.folkmoot.neighbourhood.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.folkmoot.http.Cursor;
import org.folkmoot.http.Page;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.patient.KnownPatient;
import org.folkmoot.neighbourhood.patient.Patients;
import org.folkmoot.neighbourhood.referral.Referrals;
import org.folkmoot.neighbourhood.referral.RowView;
import org.folkmoot.nhs.NhsNumber;
import org.folkmoot.tenancy.Roles;
import org.hl7.fhir.r4.model.Resource;
import org.jspecify.annotations.Nullable;

/**
 * Finds the referrals of which resources are made, among those that are there for the reader. Named ones and those of a patient
 * are found as wholes; without either it is the reader's worklist: the open referrals of their teams or practices, as rows.
 */
@ApplicationScoped
class ReferralSearch {

    private static final String TEAM = "team";
    private static final String PRACTICE = "practice";

    /** By which lists a reader may come to see a referral. */
    private static final List<String> LISTS = List.of(TEAM, PRACTICE, "shared");

    /** Nobody has more. */
    private static final int MOST_OF_A_PATIENT = 200;

    private final Referrals referrals;
    private final Patients patients;

    ReferralSearch(Referrals referrals, Patients patients) {
        this.referrals = referrals;
        this.patients = patients;
    }

    /**
     * What was found.
     *
     * @param next where it goes on, or null if this is all
     */
    record Found(List<SeenReferral> referrals, @Nullable Cursor next) {

        Found {
            referrals = List.copyOf(referrals);
        }
    }

    /**
     * The resources of those that match.
     *
     * @param named the parameter that names referrals, beside their ids
     * @param status the resource's, as the parameter of that name says it
     */
    <R extends Resource> Shelf.Found resources(
            Criteria criteria,
            @Nullable SearchParameter named,
            Reader reader,
            Function<SeenReferral, R> resource,
            Function<R, String> status) {
        Found found = of(criteria, named, reader);
        List<String> statuses = criteria.values(SearchParameter.STATUS);
        return new Shelf.Found(
                found.referrals().stream()
                        .map(resource)
                        .filter(each -> statuses.isEmpty() || statuses.contains(status.apply(each)))
                        .toList(),
                found.next());
    }

    /** The referral, if it is there for the reader. */
    Optional<SeenReferral> one(String id, Reader reader) {
        return Ids.parse(id).flatMap(each -> one(each, reader));
    }

    private Optional<SeenReferral> one(UUID id, Reader reader) {
        return referrals.shown(id, reader).map(SeenReferral::of);
    }

    /**
     * Those that match.
     *
     * @param named the parameter that names referrals, beside their ids
     */
    Found of(Criteria criteria, @Nullable SearchParameter named, Reader reader) {
        Optional<List<UUID>> ids = criteria.references(SearchParameter.ID, References.SERVICE_REQUEST);
        Optional<List<UUID>> others = named == null ? Optional.empty() : criteria.references(named, type(named));
        Optional<Set<UUID>> ofPatients = patients(criteria);
        if (ids.isPresent() || others.isPresent()) {
            return new Found(
                    ids.or(() -> others).stream()
                            .flatMap(List::stream)
                            .distinct()
                            .filter(id -> others.isEmpty() || others.get().contains(id))
                            .flatMap(id -> one(id, reader).stream())
                            .filter(seen -> ofPatients.isEmpty()
                                    || ofPatients.get().contains(seen.row().patient()))
                            .toList(),
                    null);
        }
        return ofPatients
                .map(each -> new Found(
                        each.stream()
                                .flatMap(patient -> ofPatient(patient, reader))
                                .toList(),
                        null))
                .orElseGet(() -> worklist(criteria, reader));
    }

    /** Whether a search names whose or which referrals it is about. */
    static boolean isNarrow(Criteria criteria, SearchParameter named) {
        return criteria.has(SearchParameter.ID)
                || criteria.has(named)
                || criteria.has(SearchParameter.PATIENT)
                || criteria.has(SearchParameter.PATIENT_IDENTIFIER);
    }

    private static String type(SearchParameter named) {
        return named == SearchParameter.CARE_TEAM ? References.CARE_TEAM : References.SERVICE_REQUEST;
    }

    /** The patients that are named; empty if none is, and a set of none if nobody is known by the name. */
    private Optional<Set<UUID>> patients(Criteria criteria) {
        Optional<Set<UUID>> byId =
                criteria.references(SearchParameter.PATIENT, References.PATIENT).map(Set::copyOf);
        Optional<NhsNumber> number = criteria.nhsNumber();
        if (number.isEmpty()) {
            return byId;
        }
        Optional<UUID> known = patients.byNhsNumber(number.get()).map(KnownPatient::id);
        return Optional.of(known.filter(id -> byId.isEmpty() || byId.get().contains(id))
                .map(Set::of)
                .orElseGet(Set::of));
    }

    private Stream<SeenReferral> ofPatient(UUID patient, Reader reader) {
        Map<UUID, RowView> found = new LinkedHashMap<>();
        for (String list : LISTS) {
            referrals
                    .page(asked(list, patient, false), reader, Referrals.Order.Newest.BEGINNING, MOST_OF_A_PATIENT)
                    .items()
                    .forEach(row -> found.putIfAbsent(row.id(), row));
        }
        return found.keySet().stream().sorted().flatMap(id -> one(id, reader).stream());
    }

    private Found worklist(Criteria criteria, Reader reader) {
        Cursor after = criteria.after();
        Page<RowView> page = referrals.page(
                asked(reader.isAnyOf(Roles.INT_CLINICIAN, Roles.CASE_MANAGER) ? TEAM : PRACTICE, null, true),
                reader,
                after == null ? Referrals.Order.Newest.BEGINNING : new Referrals.Order.Newest(after.id(0)),
                criteria.count());
        String next = page.next();
        return new Found(
                page.items().stream().map(SeenReferral::of).toList(), next == null ? null : Cursor.fromString(next));
    }

    private static Referrals.Asked asked(String list, @Nullable UUID patient, boolean open) {
        return new Referrals.Asked(list, null, null, patient, null, null, null, open);
    }
}
