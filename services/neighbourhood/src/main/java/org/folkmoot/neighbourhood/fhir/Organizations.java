package org.folkmoot.neighbourhood.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.place.Practices;
import org.folkmoot.neighbourhood.team.KnownTeams;
import org.folkmoot.nhs.OdsCode;
import org.folkmoot.problem.CommonProblem;
import org.folkmoot.problem.Problem;
import org.folkmoot.problem.ProblemException;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Organization;

/** Practices and teams of the ICS. Nothing of a patient is in them. */
@ApplicationScoped
class Organizations implements Shelf {

    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/organization-type";

    private final Practices practices;
    private final KnownTeams teams;

    Organizations(Practices practices, KnownTeams teams) {
        this.practices = practices;
        this.teams = teams;
    }

    @Override
    public String type() {
        return References.ORGANIZATION;
    }

    @Override
    public Set<SearchParameter> parameters() {
        return Set.of(SearchParameter.ID, SearchParameter.IDENTIFIER);
    }

    @Override
    public Optional<Organization> one(String id, Reader reader) {
        return one(id);
    }

    @Override
    public Found search(Criteria criteria, Reader reader) {
        List<String> identifiers = criteria.values(SearchParameter.IDENTIFIER).stream()
                .map(Organizations::identified)
                .toList();
        if (identifiers.isEmpty() && !criteria.has(SearchParameter.ID)) {
            throw TooCostly.refused("Say which organisations, by " + SearchParameter.IDENTIFIER.text() + " or "
                    + SearchParameter.ID.text() + ".");
        }
        Stream<String> wanted = identifiers.isEmpty()
                ? criteria.values(SearchParameter.ID).stream()
                : identifiers.stream()
                        .filter(id -> !criteria.has(SearchParameter.ID)
                                || criteria.values(SearchParameter.ID).contains(id));
        return new Found(wanted.distinct().flatMap(id -> one(id).stream()).toList(), null);
    }

    private Optional<Organization> one(String id) {
        Optional<UUID> team = Ids.parse(id);
        return team.isPresent()
                ? teams.find(team.get()).map(Organizations::team)
                : OdsCode.parse(id).flatMap(code -> practices.name(code.code()).map(name -> practice(code, name)));
    }

    /** The id of what is identified: the code of a practice, or the id of a team. */
    private static String identified(String token) {
        int bar = token.indexOf('|');
        String system = bar < 0 ? "" : token.substring(0, bar);
        String value = token.substring(bar + 1);
        if (Systems.is(Systems.ODS_CODE, system)) {
            return value;
        }
        if (Systems.is(Systems.URI, system)) {
            return Ids.parse(value).orElseThrow(Organizations::unidentified).toString();
        }
        throw unidentified();
    }

    private static ProblemException unidentified() {
        return new ProblemException(Problem.of(CommonProblem.INVALID_REQUEST)
                .withError(
                        "#query/" + SearchParameter.IDENTIFIER.text(),
                        "must be of the system " + Systems.ODS_CODE + ", or of " + Systems.URI + " (urn:uuid:…)")
                .with(OperationOutcomes.ISSUE, IssueType.VALUE.toCode()));
    }

    private static Organization practice(OdsCode code, String name) {
        Organization practice = organization(code.code(), name, "prov", "Healthcare Provider");
        practice.addIdentifier(Systems.of(code));
        return practice;
    }

    private static Organization team(KnownTeams.Known known) {
        Organization team = organization(known.id().toString(), known.name(), "team", "Organizational team");
        team.addIdentifier(Systems.of(known.id()));
        team.setActive(known.works());
        return team;
    }

    private static Organization organization(String id, String name, String type, String display) {
        var organization = new Organization();
        organization.setId(id);
        organization.getMeta().addProfile(Systems.ukCore(References.ORGANIZATION));
        organization.setName(name);
        organization.addType().addCoding().setSystem(TYPES).setCode(type).setDisplay(display);
        return organization;
    }
}
