package org.folkmoot.neighbourhood.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.folkmoot.neighbourhood.access.Reader;
import org.folkmoot.neighbourhood.referral.RowView;
import org.folkmoot.neighbourhood.team.Members;
import org.hl7.fhir.r4.model.CareTeam;

/** Who sees to the person of a referral: the team, and first of it whoever owns their care. */
@ApplicationScoped
class CareTeams implements Shelf {

    private static final String CASE_MANAGER = "Case manager";

    private final ReferralSearch referrals;
    private final Members members;

    CareTeams(ReferralSearch referrals, Members members) {
        this.referrals = referrals;
        this.members = members;
    }

    @Override
    public String type() {
        return References.CARE_TEAM;
    }

    @Override
    public Set<SearchParameter> parameters() {
        return Set.of(
                SearchParameter.ID,
                SearchParameter.PATIENT,
                SearchParameter.PATIENT_IDENTIFIER,
                SearchParameter.STATUS);
    }

    @Override
    public Optional<CareTeam> one(String id, Reader reader) {
        return referrals.one(id, reader).map(this::resource);
    }

    @Override
    public Found search(Criteria criteria, Reader reader) {
        return referrals.resources(
                criteria, null, reader, this::resource, team -> team.getStatus().toCode());
    }

    private CareTeam resource(SeenReferral referral) {
        RowView row = referral.row();
        var team = new CareTeam();
        referral.identify(team, References.CARE_TEAM);
        team.setStatus(referral.status().team())
                .setName(row.teamName())
                .setSubject(referral.patient())
                .addManagingOrganization(References.team(row.team(), row.teamName()))
                .addIdentifier(Systems.of(row.id()));
        referral.when("accepted").ifPresent(at -> team.getPeriod().setStartElement(References.at(at)));
        referral.when("closed").ifPresent(at -> team.getPeriod().setEndElement(References.at(at)));
        String manager = row.caseManagerName();
        if (manager != null) {
            participates(team, CASE_MANAGER, manager);
        }
        // Who is in the team is said of a whole; a list would ask for each of its rows.
        if (referral.whole() != null) {
            members.of(row.team()).stream()
                    .filter(member -> !Objects.equals(member.subject(), row.caseManager()))
                    .forEach(member -> participates(team, member.role(), member.name()));
        }
        return team;
    }

    private static void participates(CareTeam team, String role, String name) {
        team.addParticipant().setMember(References.somebody(name)).addRole().setText(role);
    }
}
